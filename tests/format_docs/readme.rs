//! The list of all kinds, what is by user mapping only, and a mapping that works.

use std::collections::BTreeMap;
use std::fmt::Write;

use opsreport::workspace::Format;

use crate::example;
use crate::page::{LANGUAGES, evidence, in_lang};

const OPENING: &str = "\
# Files that opsreport reads

Drop a file as the platform exports it into the folder of its marketplace and period, such as
`results/US/2026-10/`. What it is, is told by its header; nobody renames a column or converts a workbook.
`opsreport import FILE` says beforehand what a file is and holds.

Made of the formats themselves by `UPDATE_DOCS=1 cargo test --test format_docs`.

## Kinds

| kind | name | 名稱 | how sure |
| --- | --- | --- | --- |
";

const BY_MAPPING: &str = "
## What is read by a mapping of yours only

A kind is built in when the names of its columns are known from files or from programs that read real files. Of these
the names are not known, or every seller's file is another one, and a guess would be worse than a question:

| file | why |
| --- | --- |
| Brand Analytics: repeat purchase behaviour, demographics | only the fields of the programming interface are known, not the header of the download |
| Product reviews, Voice of the Customer, seller feedback | no official export with a header is known; the files of third parties all differ |
| Revenue calculator | it has no stable export |
| Payments reports with a Chinese header | only the names on a help page are known, no file |
| Sponsored Brands search terms | its header cannot be told from that of Sponsored Products of a vendor |
| Reports of programming interfaces (`campaignName`, `campaign_name`) | they change with each version, and their windows of attribution are not in them |
| Advertising elsewhere (Meta, Google), Walmart, warehouses, banks | no kind is built in yet |
| GA4, Opportunity Explorer and Shopify in another language than English | the names are not known |

## How to write a mapping

`formats.yaml` beside `opsreport.yaml` is written in the same words as the built-in kinds, which are in
`src/ingest/formats/`, and is read by the same code with the same checks. A few lines are enough:
";

const WORDS: &str = "
| word | means |
| --- | --- |
| `require` | what makes a header one of this kind: of each group, one column; without it, all columns |
| `columns` | key, then `is:` what its cells hold (`text`, `id`, `count`, `number`, `money`, `percent`, `points`, `ratio`, `day`, `range`) and `names:` in files; `order:` of day and month, `decimal:` mark, `words:` of an enumeration, `move_zone: true` where times in UTC count on the marketplace's own day |
| `days` | the first way that the file has: `{date: column}`, `{week: column}`, `{month: column}`, `{from: column, to: column}`, `{range: column}`, `{nth: column}`, `file`, `snapshot` |
| `keys` | which columns say `marketplace`, `currency`, `sku`, `asin`, `product`, and further dimensions in `tags` |
| `rows` | `filled`, `leave_out`, `identity` or `by_period`, `skip`, `summary`, `carry`, `keep`, `many_tables` |
| `figures` | `id`, `sum` of columns (without it: the rows), `times`, `minus`, `when`/`not`, `once`, `owner`, `over`, and the `measure` it feeds; with `aside:` a reason, and `against:` reports, it is no figure but names what those do not count |
| `checks` | what must hold within the file |
| `aliases` | further names of columns and words of a built-in kind |

Numbers and days are read by the convention of their column, decided from all its cells; what can be read in two ways
is refused with the cell, and `decimal:` or `order:` settles it.
";

/// The whole page.
pub(crate) fn readme(formats: &BTreeMap<String, Format>) -> String {
    let mut text = OPENING.to_owned();
    for (id, format) in formats {
        let [zh, en] = LANGUAGES.map(|lang| in_lang(&format.name, lang));
        let _ = writeln!(text, "| [`{id}`]({id}.md) | {en} | {zh} | {} |", evidence(format.evidence));
    }
    text.push_str(BY_MAPPING);
    text.push_str(&fenced("yaml", example::FORMATS));
    let _ = write!(text, "\nWith it, a warehouse's file such as this\n{}", fenced("", example::FILE));
    text.push_str("\nis read with these figures:\n\n| measure | sum |\n| --- | --- |\n");
    for (measure, sum) in example::TOTALS {
        let _ = writeln!(text, "| `{measure}` | {sum} |");
    }
    text.push_str("\nThe row of the cancelled order is left out, and the import log says so.\n");
    text.push_str(WORDS);
    text
}

fn fenced(language: &str, text: &str) -> String {
    format!("\n```{language}\n{text}```\n")
}
