Documentation.addTranslations({
    "locale": "nn",
    "messages": {
        ", in ": ", i ",
        "Hide Search Matches": "Skjul treffa",
        "Preparing search...": "Gjer s\u00f8ket klart \u2026",
        "Search Results": "S\u00f8kjeresultat",
        "Search finished, found one page matching the search query.": [
            "S\u00f8ket gav treff p\u00e5 \u00e9i side.",
            "S\u00f8ket gav treff p\u00e5 ${resultCount} sider."
        ],
        "Searching": "S\u00f8kjer",
        "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.": "S\u00f8ket gav ingen treff. Sj\u00e5 etter om alle orda er rett skrivne."
    },
    "plural_expr": "n == 1 ? 0 : 1"
});
