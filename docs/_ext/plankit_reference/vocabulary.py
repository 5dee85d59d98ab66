"""The lists of codes that come with plankit, and those of its guides."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.guides import load_guide, pack_names
from plankit.model.guide import Guide, GuideTerm
from plankit.model.vocabulary import CHECKED_LISTS, CODED_FIELDS, OF_GUIDE, built_in
from plankit_reference.markdown import named, plain, table

_LANGUAGES = ("en", "nb", "nn", "sv")


def lists() -> str:
    """A section for each list: the keys that use it, and each code with its words."""
    return "\n".join([*_built_in(), *_of_guides()])


def _built_in() -> Iterator[str]:
    for name, codes in built_in().items():
        rows = [
            (
                named(code.code, f"word-{name}-{code.code}"),
                *(plain(code.words.get(tag, "")) for tag in _LANGUAGES),
                plain(", ".join(code.also)),
            )
            for code in codes.values()
        ]
        yield f"(list-{name})=\n## {name}\n\n{_used_by(name)}\n\n{table(('Code', *_LANGUAGES, 'Also'), rows)}"


def _of_guides() -> Iterator[str]:
    for name, kind in OF_GUIDE.items():
        yield f"(list-{name})=\n## {name}\n\n{_used_by(name)}\nIts codes come from the guide.\n"
        told: set[str] = set()
        for pack in pack_names():
            guide, _ = load_guide(pack)
            yield f"Codes of the guide `{pack}`:\n\n{_terms(guide, kind, name, told)}" if guide else ""


def _terms(guide: Guide, kind: str, name: str, told: set[str]) -> str:
    """The codes of one guide; those in `told` have their anchor in the table of another one. Adds its own."""
    terms: tuple[GuideTerm, ...] = getattr(guide, kind)
    rows = [
        (
            f"`{one.id}`" if one.id in told else named(one.id, f"word-{name}-{one.id}"),
            plain(str(one.name)),
            plain(", ".join(one.also)),
        )
        for one in terms
    ]
    told.update(one.id for one in terms)
    return table(("Code", "Name", "Also"), rows)


def _used_by(name: str) -> str:
    keys = [key for key, words in CODED_FIELDS.items() if words == name]
    used = ", ".join(f"`{key}`" for key in keys)
    checked = " A word that is not in it is a [finding](#rule-pk210)." if name in CHECKED_LISTS else ""
    return f"Used by {used}.{checked}"
