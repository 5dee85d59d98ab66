Documentation.addTranslations({
    "locale": "nb",
    "messages": {
        ", in ": ", i ",
        "Hide Search Matches": "Skjul treffene",
        "Preparing search...": "Gj\u00f8r s\u00f8ket klart \u2026",
        "Search Results": "S\u00f8keresultater",
        "Search finished, found one page matching the search query.": [
            "S\u00f8ket ga treff p\u00e5 \u00e9n side.",
            "S\u00f8ket ga treff p\u00e5 ${resultCount} sider."
        ],
        "Searching": "S\u00f8ker",
        "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.": "S\u00f8ket ga ingen treff. Se etter om alle ordene er riktig skrevet."
    },
    "plural_expr": "n == 1 ? 0 : 1"
});
