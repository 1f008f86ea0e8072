//! The words of a page's `main`, one block a line, without pictures.

/// Elements after which a new line begins.
const BLOCKS: &[&str] = &[
    "p",
    "h1",
    "h2",
    "h3",
    "li",
    "tr",
    "figcaption",
    "div",
    "section",
    "summary",
    "dt",
    "dd",
    "caption",
    "aside",
    "figure",
];

/// The text of the page between `<main` and `</main>`.
pub(crate) fn of(html: &str) -> String {
    let main = html
        .split_once("<main")
        .map_or("", |(_, rest)| rest.split_once("</main>").map_or(rest, |(main, _)| main));
    let lines = raw(main);
    let lines = lines.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty() && line != "|").collect();
    entities(&lines.join("\n")) + "\n"
}

fn raw(main: &str) -> String {
    let mut text = String::new();
    let mut in_svg = false;
    for part in main.split('<').skip(1) {
        let (tag, words) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default();
        in_svg = if name == "svg" { !tag.starts_with('/') } else { in_svg };
        if in_svg || name == "svg" {
            continue;
        }
        match name {
            name if BLOCKS.contains(&name) => text.push('\n'),
            "td" | "th" if !tag.starts_with('/') => text.push_str(" | "),
            "br" => text.push('\n'),
            _ => {}
        }
        text.push_str(&words.replace('\n', " "));
    }
    text
}

fn entities(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
        ("\u{a0}", " "),
    ];
    pairs.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}
