//! Prose between data blocks: events of Markdown, filtered, to markup.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd, html};

use crate::chart::Impact;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, codes};
use crate::site::{Prose, Run, SafeHtml, Target};

use super::address::{self, Address};
use super::headings::Headings;
use super::table::Table;
use super::{Answer, Source, request};

/// Writes the prose of one text.
pub(super) struct ProseWriter<'a> {
    source: &'a Source<'a>,
    answer: &'a dyn Answer,
    headings: Headings,
    /// How many headings were written.
    heading: usize,
    events: Vec<Event<'a>>,
    table: Table,
    /// Whether an HTML block is open that is nothing but a remark.
    comment: bool,
    /// Whether each open link or picture is kept; of one that is not, its words remain.
    kept: Vec<bool>,
    /// Bytes of text in `events`, to stop early.
    size: usize,
}

impl<'a> ProseWriter<'a> {
    pub(super) fn new(source: &'a Source<'a>, answer: &'a dyn Answer, headings: Headings) -> Self {
        ProseWriter {
            source,
            answer,
            headings,
            heading: 0,
            events: Vec::new(),
            table: Table::default(),
            comment: false,
            kept: Vec::new(),
            size: 0,
        }
    }

    /// About how large the markup of what was read will be.
    pub(super) fn len(&self) -> usize {
        self.size
    }

    /// What was written since the last time; nothing when there is none.
    pub(super) fn take(&mut self) -> Option<Prose> {
        let events = std::mem::take(&mut self.events);
        self.size = 0;
        if events.is_empty() {
            return None;
        }
        let mut text = String::new();
        html::push_html(&mut text, events.into_iter());
        Some(Prose { html: SafeHtml::vouched(text), lang: self.source.lang.cloned() })
    }

    /// Reads one event.
    pub(super) fn event(&mut self, event: Event<'a>, range: Range<usize>, findings: &mut Diagnostics) {
        self.size += 8;
        if let Some(markup) = self.table.markup(&event) {
            return self.push(Event::Html(markup.into()));
        }
        match event {
            Event::Start(tag) => self.start(tag, range, findings),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(text, range, findings),
            Event::Html(_) if self.comment => {}
            Event::Html(text) => self.push(Event::Text(text)),
            Event::InlineHtml(text) if is_comment(&text) => {}
            Event::InlineHtml(text) => {
                findings.push(self.raw_html(&range));
                self.push(Event::Text(text));
            }
            Event::TaskListMarker(done) => self.push(Event::Text(if done { "☑ " } else { "☐ " }.into())),
            other => self.push(other),
        }
    }

    fn push(&mut self, event: Event<'a>) {
        if let Event::Text(text) | Event::Html(text) | Event::Code(text) = &event {
            self.size += text.len();
        }
        self.events.push(event);
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>, findings: &mut Diagnostics) {
        match tag {
            Tag::Heading { .. } => self.heading(),
            Tag::Link { ref dest_url, .. } => {
                let read = address::link(dest_url, self.source, self.answer, &self.headings);
                let address = self.address(read, (dest_url, &range), findings);
                self.open(tag, address);
            }
            Tag::Image { ref dest_url, .. } => {
                let read = address::picture(dest_url, self.source, self.answer);
                let address = self.address(read, (dest_url, &range), findings);
                self.open(tag, address);
            }
            Tag::HtmlBlock => self.html_block(&range, findings),
            Tag::CodeBlock(_) => self.push(Event::Html("<pre tabindex=\"0\"><code>".into())),
            tag => self.push(Event::Start(tag)),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                let level = self.headings.get(self.heading.saturating_sub(1)).map(|heading| heading.level);
                self.push(Event::End(level.map_or(tag, TagEnd::Heading)));
            }
            TagEnd::Link | TagEnd::Image => {
                if self.kept.pop() == Some(true) {
                    self.push(Event::End(tag));
                }
            }
            TagEnd::HtmlBlock if std::mem::take(&mut self.comment) => {}
            TagEnd::HtmlBlock => self.push(Event::End(TagEnd::Paragraph)),
            TagEnd::CodeBlock => self.push(Event::Html("</code></pre>\n".into())),
            tag => self.push(Event::End(tag)),
        }
    }

    fn heading(&mut self) {
        if let Some(heading) = self.headings.get(self.heading) {
            let (level, id) = (heading.level, CowStr::from(heading.id.clone()));
            self.push(Event::Start(Tag::Heading { level, id: Some(id), classes: vec![], attrs: vec![] }));
        }
        self.heading += 1;
    }

    /// The address to write, or a finding.
    fn address(
        &self,
        read: Address,
        (url, range): (&str, &Range<usize>),
        findings: &mut Diagnostics,
    ) -> Option<String> {
        let finding =
            |code: &'static Code| Diagnostic::new(code, &self.source.place(range)).with("name", url);
        match read {
            Address::Fine(address) => return Some(address),
            Address::Broken(nearest) => {
                findings.push(finding(codes::BROKEN_LINK).nearest(nearest.as_deref()));
            }
            Address::Unsafe => findings.push(finding(codes::UNSAFE_LINK).help("help")),
        }
        None
    }

    fn open(&mut self, tag: Tag<'a>, address: Option<String>) {
        self.kept.push(address.is_some());
        let Some(address) = address.map(CowStr::from) else { return };
        let tag = match tag {
            Tag::Link { link_type, title, id, .. } => Tag::Link { link_type, dest_url: address, title, id },
            Tag::Image { link_type, title, id, .. } => Tag::Image { link_type, dest_url: address, title, id },
            other => other,
        };
        self.push(Event::Start(tag));
    }

    /// HTML becomes a paragraph that shows it; a remark of the author is passed over.
    fn html_block(&mut self, range: &Range<usize>, findings: &mut Diagnostics) {
        self.comment = self.source.text.get(range.clone()).is_some_and(is_comment);
        if !self.comment {
            findings.push(self.raw_html(range));
            self.push(Event::Start(Tag::Paragraph));
        }
    }

    fn raw_html(&self, range: &Range<usize>) -> Diagnostic {
        Diagnostic::new(codes::RAW_HTML, &self.source.place(range)).help("help")
    }

    /// Text, with figures in the place of `{{…}}`.
    fn text(&mut self, text: CowStr<'a>, range: Range<usize>, findings: &mut Diagnostics) {
        if !text.contains("{{") || self.source.text.get(range.clone()).is_none_or(|raw| !raw.contains("{{")) {
            return self.push(Event::Text(text));
        }
        let mut rest = text.as_ref();
        let mut from = range.start;
        while let Some((before, words, after)) = cut(rest) {
            // Entities are longer than what they stand for: the place may be a few bytes off, amid a character too.
            let raw = self.source.text.get(from..range.end).unwrap_or_default();
            let at = raw.find("{{").map_or(from, |at| from + at);
            let whole = at..(at + words.len() + 4).min(range.end);
            self.push(Event::Text(before.to_owned().into()));
            self.figure(words, &whole, findings);
            from = whole.end;
            rest = after;
        }
        self.push(Event::Text(rest.to_owned().into()));
    }

    fn figure(&mut self, words: &str, range: &Range<usize>, findings: &mut Diagnostics) {
        let place = self.source.place(range);
        let answer = request::figure(words, place).and_then(|request| self.answer.figure(&request));
        match answer {
            Ok(run) => self.push(Event::Html(self.run(&run).into())),
            Err(finding) => {
                findings.push(finding);
                self.push(Event::Text(format!("{{{{{words}}}}}").into()));
            }
        }
    }

    fn run(&self, run: &Run) -> String {
        let class = match run.impact {
            Impact::Good => "figure good",
            Impact::Bad => "figure bad",
            Impact::Neutral => "figure",
        };
        let words = format!("<span class=\"{class}\">{}</span>", escape(&run.words.text));
        let address = match &run.to {
            Some(Target::Inside { path, fragment: None }) => self.source.page.to(path),
            Some(Target::Inside { path, fragment: Some(place) }) => {
                format!("{}#{place}", self.source.page.to(path))
            }
            Some(Target::Here { fragment }) => format!("#{fragment}"),
            Some(Target::Outside { url }) => url.clone(),
            None => return words,
        };
        format!("<a href=\"{}\">{words}</a>", escape(&address))
    }
}

fn is_comment(html: &str) -> bool {
    let bare = html.trim();
    // One remark and nothing after it.
    bare.starts_with("<!--") && bare.find("-->").is_some_and(|at| at + 3 == bare.len())
}

/// What stands before the first `{{…}}`, in it, and after it.
fn cut(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("{{")?;
    let (words, after) = rest.split_once("}}")?;
    Some((before, words, after))
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}
