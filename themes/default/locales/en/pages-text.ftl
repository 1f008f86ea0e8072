# The words of briefings, the market, Markdown pages and data blocks
