//! Markdown to blocks: prose with its markup, and data blocks that are answered with figures, tables and charts.
//!
//! Everything is filtered on the way: HTML is shown as text, addresses are checked, links inside the workspace must
//! lead somewhere, and each thing asked of the data is put to an [`Answer`]. What is wrong is a finding at its place.

mod address;
mod headings;
mod prose;
mod request;
mod source;
mod table;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TextMergeWithOffset};

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::site::{Block, Run, SitePath};

use headings::Headings;
use prose::ProseWriter;
pub use request::{BlockKind, BlockRequest, FigureRequest, View};
pub use source::Source;

/// The largest markup of one page, in bytes. A small table can grow a hundredfold.
const LARGEST: usize = 1 << 20;

/// A kind of thing that Markdown links to as `@kind/ID`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// `@product/ID`.
    Product,
    /// `@marketplace/ID`.
    Marketplace,
    /// `@department/ID`.
    Department,
    /// `@cycle/ID`.
    Cycle,
    /// `@batch/ID`.
    Batch,
    /// `@briefing/ID`.
    Briefing,
}

impl Thing {
    /// All of them with their words.
    const ALL: [(&'static str, Thing); 6] = [
        ("product", Thing::Product),
        ("marketplace", Thing::Marketplace),
        ("department", Thing::Department),
        ("cycle", Thing::Cycle),
        ("batch", Thing::Batch),
        ("briefing", Thing::Briefing),
    ];

    /// The thing of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Thing::ALL.iter().find(|(known, _)| *known == word).map(|(_, thing)| *thing)
    }
}

/// What a text may ask of the site around it.
pub trait Answer {
    /// The figure of `{{metric:view words}}`, worded.
    ///
    /// # Errors
    /// A finding at the request's place: no such metric, product or marketplace; not measured so finely.
    fn figure(&self, request: &FigureRequest) -> Result<Run, Diagnostic>;

    /// The block of a fenced ` ```figure `, ` ```table ` or ` ```chart `.
    ///
    /// # Errors
    /// A finding at one of the request's places.
    fn block(&self, request: &BlockRequest) -> Result<Block, Diagnostic>;

    /// The page of a Markdown file, or the published file of a picture, by its path from the workspace's root.
    ///
    /// # Errors
    /// The nearest path, if one is near.
    fn file(&self, path: &str) -> Result<SitePath, Option<String>>;

    /// The page of a thing, or the nearest id that exists.
    ///
    /// # Errors
    /// The nearest id, if one is near.
    fn thing(&self, thing: Thing, id: &str) -> Result<SitePath, Option<String>>;
}

/// The blocks of a Markdown text, with all findings in it.
pub fn blocks(source: &Source<'_>, answer: &dyn Answer) -> (Vec<Block>, Diagnostics) {
    let mut reader = Reader {
        source,
        answer,
        blocks: Vec::new(),
        findings: Diagnostics::default(),
        written: 0,
        prose: ProseWriter::new(source, answer, Headings::of(source.text, options())),
        depth: 0,
    };
    let events = TextMergeWithOffset::new(Parser::new_ext(source.text, options()).into_offset_iter());
    let mut fence = None;
    for (event, range) in events {
        reader.event(event, range, &mut fence);
        if reader.written + reader.prose.len() > LARGEST {
            reader.too_large();
            break;
        }
    }
    reader.finish()
}

/// What of Markdown is read. Never heading attributes: they would let a text write any attribute.
fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

/// A data block that is being read: its kind, where it is, where its body is.
struct Fence {
    kind: BlockKind,
    at: Range<usize>,
    body: Option<Range<usize>>,
}

struct Reader<'a> {
    source: &'a Source<'a>,
    answer: &'a dyn Answer,
    blocks: Vec<Block>,
    findings: Diagnostics,
    written: usize,
    prose: ProseWriter<'a>,
    /// How many elements are open.
    depth: usize,
}

impl<'a> Reader<'a> {
    fn event(&mut self, event: Event<'a>, range: Range<usize>, fence: &mut Option<Fence>) {
        if let Some(open) = fence {
            match event {
                Event::End(_) => {
                    if let Some(closed) = fence.take() {
                        self.data(&closed);
                    }
                }
                _ => open.body = Some(open.body.as_ref().map_or(range.start, |body| body.start)..range.end),
            }
            return;
        }
        if let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) = &event
            && let Some(kind) = BlockKind::parse(info.trim())
        {
            *fence = Some(Fence { kind, at: range, body: None });
            return;
        }
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth -= 1,
            _ => {}
        }
        self.prose.event(event, range, &mut self.findings);
    }

    fn data(&mut self, fence: &Fence) {
        if self.depth > 0 {
            let place = self.source.place(&fence.at);
            self.findings.push(
                Diagnostic::new(codes::BAD_BLOCK, &place).term("words", "block-nested").with("name", ""),
            );
            return;
        }
        self.flush();
        let body = fence.body.clone().unwrap_or(fence.at.end..fence.at.end);
        let Some(request) = request::block(self.source, fence.kind, (&fence.at, &body), &mut self.findings)
        else {
            return;
        };
        match self.answer.block(&request) {
            Ok(block) => self.blocks.push(block),
            Err(finding) => self.findings.push(finding),
        }
    }

    fn flush(&mut self) {
        if let Some(prose) = self.prose.take() {
            self.written += prose.html.as_str().len();
            self.blocks.push(prose.into());
        }
    }

    fn too_large(&mut self) {
        let place = self.source.place(&(0..0));
        self.findings.push(
            Diagnostic::new(codes::BAD_BLOCK, &place).term("words", "block-too-large").with("name", ""),
        );
    }

    fn finish(mut self) -> (Vec<Block>, Diagnostics) {
        self.flush();
        (self.blocks, self.findings)
    }
}

#[cfg(test)]
mod tests;
