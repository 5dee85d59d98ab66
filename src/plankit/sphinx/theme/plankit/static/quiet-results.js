"use strict";
plankitQuietSearch();
