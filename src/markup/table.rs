//! Tables of Markdown, with classes where Markdown's own writer would use inline styles.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

/// The table that is being written.
#[derive(Default)]
pub(super) struct Table {
    columns: Vec<Alignment>,
    head: bool,
    column: usize,
}

impl Table {
    /// The markup that an event of a table becomes; nothing for other events.
    pub(super) fn markup(&mut self, event: &Event<'_>) -> Option<String> {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(*tag),
            _ => None,
        }
    }

    fn start(&mut self, tag: &Tag<'_>) -> Option<String> {
        match tag {
            Tag::Table(columns) => {
                self.columns.clone_from(columns);
                Some("<div class=\"sheet\"><table>".to_owned())
            }
            Tag::TableHead => {
                (self.head, self.column) = (true, 0);
                Some("<thead><tr>".to_owned())
            }
            Tag::TableRow => {
                self.column = 0;
                Some("<tr>".to_owned())
            }
            Tag::TableCell => Some(self.cell()),
            _ => None,
        }
    }

    fn cell(&mut self) -> String {
        let right = self.columns.get(self.column) == Some(&Alignment::Right);
        self.column += 1;
        let class = if right { " class=\"number\"" } else { "" };
        if self.head { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") }
    }

    fn end(&mut self, tag: TagEnd) -> Option<String> {
        let markup = match tag {
            TagEnd::Table => "</tbody></table></div>\n",
            TagEnd::TableHead => {
                self.head = false;
                "</tr></thead><tbody>\n"
            }
            TagEnd::TableRow => "</tr>\n",
            TagEnd::TableCell if self.head => "</th>",
            TagEnd::TableCell => "</td>",
            _ => return None,
        };
        Some(markup.to_owned())
    }
}
