"""The way out of the site as HTML, and the page that says what it can and cannot do."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join
from plankit.html.page import Page
from plankit.language import N_

LEAVE = N_("Leave this page")

DOES = (
    N_("It opens another website at once: {host}. That site is the same for everyone."),
    N_("The page that you leave goes blank at once, and its tab gets another name."),
    N_("The Back button does not lead straight back to where you were."),
    N_("Pressing Shift three times within five seconds does the same, on any page. Either Shift key counts."),
    N_(
        "Where JavaScript is turned off, it works as an ordinary link. Then the Back button leads here, "
        "and Shift does nothing."
    ),
)
DOES_NOT = (
    N_(
        "It deletes nothing. What you read here before stays in the history, also other places on the same page, and "
        "Back may lead there."
    ),
    N_(
        "It does not remove how you came here: what you typed into a search engine, or the message with the link."
    ),
    N_("It does not close other tabs and windows."),
    N_("It does not help if somebody follows what you do from another device or through the network."),
)
OF_THE_SITE = (
    N_(
        "It uses no cookies, keeps nothing in your browser, counts no visitors and asks no other site for anything."
    ),
    N_("What you search for here is not sent anywhere and does not stand in the address."),
    N_(
        "Addresses and names of tabs are in general words. The text is not: who sees the page, sees what it is about."
    ),
    N_(
        "The server that the site lies on may keep a log of the pages that were asked for, as most servers do."
    ),
)
TRACES = (
    (
        N_("On the device"),
        N_("History, downloads, open tabs and suggestions in the address bar show where you have been."),
    ),
    (
        N_("A device that you share"),
        N_("Whoever uses the same device or the same user name can see what you have left there."),
    ),
    (
        N_("Accounts"),
        N_(
            "If you are signed in to the browser or the phone, history and tabs may be copied to other devices with "
            "the same account, such as a tablet or a television. A family account may show it to others."
        ),
    ),
    (
        N_("Router and network"),
        N_(
            "The router at home, an employer, a school or the company that delivers the network may keep a log of "
            "the sites that were visited. A private window does not change that."
        ),
    ),
    (
        N_("Spyware"),
        N_(
            "A hidden program may show somebody all that you do, also what you delete and what you do in a private "
            "window. If somebody knows things that they should not know, use another device."
        ),
    ),
    (
        N_("Calls and bills"),
        N_(
            "Numbers that you called stand in the phone’s list of calls. They may stand on the bill too, and where "
            "the subscriber can see them."
        ),
    ),
    (
        N_("E-mail and messages"),
        N_(
            "What you send leaves a copy, often on several devices, and the answer may come while somebody else is "
            "looking."
        ),
    ),
    (
        N_("If you must hand over the phone"),
        N_(
            "Somebody who looks through the phone may find all of this. The button does not help against that."
        ),
    ),
)
FEWER = (
    N_(
        "Use a device that others cannot get at: at a library, at work, at a public service or with somebody you trust."
    ),
    N_(
        "A private window keeps no history on the device once it is closed: Ctrl + Shift + N in Chrome and Edge, "
        "Ctrl + Shift + P in Firefox, Cmd + Shift + N in Safari."
    ),
    N_(
        "Delete single pages from the history, and single calls from the list of calls. An empty history may itself "
        "be noticed."
    ),
    N_("Do not save the address of this site as a bookmark or on the home screen."),
    N_(
        "If you think that the device is watched, change nothing on it until you have talked to somebody who knows "
        "about this, from another device. It may be noticed."
    ),
)
QUICKLY = (
    N_("Ctrl + W closes the tab. On a Mac: Cmd + W."),
    N_("Alt + F4 closes the window. On a Mac: Cmd + Shift + W."),
    N_("The Windows key + L locks the screen. On a Mac: Ctrl + Cmd + Q."),
    N_("What was closed stands in the history all the same, and can be opened again from there."),
)


def exit_bar(page: Page, more: str | None) -> Html:
    """The exit link with a sentence on what it does; `more` is the address of the page that says it all."""
    target = page.site.way_out
    if target is None:
        return NOTHING
    t = page.t
    how = esc(t("Opens another website at once."))
    keys = esc(t("You can also press Shift three times."))
    about = f' <a href="{esc(more)}">{esc(t("What the button can do"))}</a>' if more else ""
    return Html(
        f'<aside class="pk-exit-bar" aria-label="{esc(t("Way out"))}">\n'
        f'<a class="pk-exit" rel="noreferrer nofollow noopener" href="{esc(target)}">{esc(t(LEAVE))}'
        f'<span class="pk-hidden">, {esc(t("emergency exit to another website"))}</span></a>\n'
        f'<p class="pk-exit-told"><span class="pk-exit-how">{how} <span class="pk-exit-keys" hidden>{keys}</span></span>'
        f"{about}</p>\n"
        f'<p class="pk-exit-count pk-hidden" role="status" data-more="{esc(t("Press Shift two more times to leave."))}" '
        f'data-one="{esc(t("Press Shift one more time to leave."))}"></p>\n</aside>\n'
    )


def exit_note(page: Page, more: str | None) -> Html:
    """What the help box says of the exit link; nothing where there is none."""
    if page.site.way_out is None:
        return NOTHING
    t = page.t
    words = t("Can somebody see your screen? “{button}” at the top opens another website at once.")
    about = f' <a href="{esc(more)}">{esc(t("How to read this site safely"))}</a>' if more else ""
    return Html(f'<p class="pk-exit-note">{esc(words.format(button=t(LEAVE)))}{about}</p>\n')


def safety_page(page: Page, numbers: Html) -> Html:
    """What the exit link does and does not do, which traces remain, and how to leave fewer; `numbers` come first."""
    target = page.site.way_out
    t = page.t
    host = urlsplit(target).hostname or "" if target else ""
    title = t("Do you need help now?")
    first = Html(f'<div class="pk-help"><p class="pk-help-title">{esc(title)}</p>\n{numbers}</div>\n')
    sections = (
        ("does", t("What the button does"), _list(page, DOES, host)),
        ("does-not", t("What the button does not do"), _list(page, DOES_NOT)),
        ("site", t("What this site keeps"), _list(page, OF_THE_SITE)),
        (
            "traces",
            t("Traces that others may find"),
            facts([(t(name), esc(t(told))) for name, told in TRACES]),
        ),
        ("fewer", t("How to leave fewer traces"), _list(page, FEWER)),
        ("quickly", t("Closing quickly with the keyboard"), _list(page, QUICKLY)),
        ("beware", t("No false security"), _paragraph(t(BEWARE))),
    )
    body = join(
        part
        for place, words, markup in sections
        if target or place not in ("does", "does-not")
        for part in (page.heading(2, f"safety-{place}", words), markup)
    )
    lead = _paragraph(t(LEAD))
    return Html(f'{first if numbers else ""}{lead}<div class="pk-safety">\n{body}</div>\n')


LEAD = N_(
    "Somebody who looks at your screen or uses your device may see what you have read. This page says what the "
    "button at the top does, what it cannot do, and how you leave fewer traces. A device is a phone, a tablet or a "
    "computer."
)
BEWARE = N_(
    "The button is there for one thing: somebody comes into the room. Nothing on this page makes you invisible. If it "
    "is dangerous for you that somebody sees what you read, use a device that they cannot get at, or ask somebody you "
    "trust to call for you."
)


def _paragraph(words: str) -> Html:
    return Html(f"<p>{esc(words)}</p>\n")


def _list(page: Page, sentences: Iterable[str], host: str = "") -> Html:
    return bullets(
        esc(page.t(one).format(host=host) if "{host}" in one else page.t(one)) for one in sentences
    )
