Documentation.addTranslations({
    "locale": "sv",
    "messages": {
        ", in ": ", i ",
        "Hide Search Matches": "D\u00f6lj tr\u00e4ffarna",
        "Preparing search...": "F\u00f6rbereder s\u00f6kningen \u2026",
        "Search Results": "S\u00f6kresultat",
        "Search finished, found one page matching the search query.": [
            "S\u00f6kningen gav tr\u00e4ff p\u00e5 en sida.",
            "S\u00f6kningen gav tr\u00e4ff p\u00e5 ${resultCount} sidor."
        ],
        "Searching": "S\u00f6ker",
        "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.": "S\u00f6kningen gav inga tr\u00e4ffar. Kontrollera att alla ord \u00e4r r\u00e4tt stavade."
    },
    "plural_expr": "n == 1 ? 0 : 1"
});
