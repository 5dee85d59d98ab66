"""Papers as PDF: the blocks of a paper set by Typst, which needs neither a network nor fonts of the machine."""
