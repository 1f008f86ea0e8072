//! Blocks to markup, from the inside out: a block is rendered after those it holds.

use serde::Serialize;
use tera::{Context, Value};

use crate::chart::{self, Size};
use crate::diagnostic::Diagnostic;
use crate::site::{Block, Branch, ColumnKind, Figure, KeyFigures, Page, Table, Trends};

use super::engine::Engine;

/// From how many columns on a table may be wider than the page.
const WIDE: usize = 9;

/// Renders the blocks of one page.
pub(super) struct Blocks<'a> {
    pub(super) engine: &'a Engine<'a>,
    pub(super) page: &'a Page,
}

impl Blocks<'_> {
    /// The markup of blocks under headings of a level (2 to 6).
    pub(super) fn render(&self, blocks: &[Block], level: u8) -> Result<String, Diagnostic> {
        let parts: Result<Vec<String>, Diagnostic> =
            blocks.iter().map(|block| self.one(block, level)).collect();
        Ok(parts?.concat())
    }

    fn one(&self, block: &Block, level: u8) -> Result<String, Diagnostic> {
        let mut context = self.context(level);
        let template = match block {
            Block::Section(section) => {
                let body = self.render(&section.blocks, (level + 1).min(6))?;
                vouch(&mut context, "body", &body);
                put(&mut context, "section", section)
            }
            Block::Two(two) => {
                context.insert("even", &(charts(&two.main) && charts(&two.aside)));
                vouch(&mut context, "main", &self.render(&two.main, level)?);
                vouch(&mut context, "aside", &self.render(&two.aside, level)?);
                put(&mut context, "two", two)
            }
            Block::Disclosure(more) => {
                vouch(&mut context, "body", &self.render(&more.blocks, level)?);
                put(&mut context, "disclosure", more)
            }
            Block::Tree(tree) => {
                vouch(&mut context, "body", &self.branch(&tree.root)?);
                put(&mut context, "tree", tree)
            }
            leaf => self.leaf(leaf, &mut context),
        };
        self.engine.template(&template, &context)
    }

    fn branch(&self, branch: &Branch) -> Result<String, Diagnostic> {
        let parts: Result<Vec<String>, Diagnostic> =
            branch.branches.iter().map(|part| self.branch(part)).collect();
        let mut context = self.context(2);
        vouch(&mut context, "body", &parts?.concat());
        vouch(&mut context, "bar", &branch.bar.svg());
        let template = put(&mut context, "branch", branch);
        self.engine.template(&template, &context)
    }

    fn leaf(&self, block: &Block, context: &mut Context) -> String {
        match block {
            Block::KeyFigures(figures) => key_figures(context, figures),
            Block::Figure(figure) => self.figure(context, figure),
            Block::Table(table) => sheet(context, table),
            Block::Pace(pace) => {
                vouch(context, "bar", &pace.bar.svg());
                put(context, "pace", pace)
            }
            Block::Prose(prose) => {
                vouch(context, "html", prose.html.as_str());
                put(context, "prose", prose)
            }
            Block::Facts(facts) => put(context, "facts", facts),
            Block::Next(next) => put(context, "next", next),
            Block::Timeline(timeline) => put(context, "timeline", timeline),
            Block::Notice(notice) => put(context, "notice", notice),
            Block::Empty(empty) => put(context, "empty", empty),
            Block::Findings(findings) => put(context, "findings", findings),
            Block::Links(links) => put(context, "links", links),
            Block::Points(points) => put(context, "points", points),
            Block::Tags(tags) => put(context, "tags", tags),
            Block::Trends(trends) => self.trends(context, trends),
            Block::Section(_) | Block::Two(_) | Block::Disclosure(_) | Block::Tree(_) => String::new(),
        }
    }

    fn figure(&self, context: &mut Context, figure: &Figure) -> String {
        let chart = &figure.chart;
        context.insert("title", &chart.title);
        context.insert("message", &chart.message);
        context.insert("table", &chart.table);
        context.insert("key", &self.key(chart.key()));
        vouch(context, "wide", &chart::draw(chart, Size::Wide));
        vouch(context, "narrow", &chart::draw(chart, Size::Narrow));
        put(context, "figure", figure)
    }

    fn trends(&self, context: &mut Context, trends: &Trends) -> String {
        let pictures = trends.trends.iter().map(|trend| Value::safe_string(&trend.picture.svg()));
        context.insert_value("pictures", Value::from(pictures.collect::<Vec<Value>>()));
        context.insert("key", &self.key(trends.key.clone()));
        put(context, "trends", trends)
    }

    fn key(&self, scenarios: Vec<chart::Scenario>) -> Vec<KeyEntry> {
        let name = |class: &str| {
            let locale = self.engine.locale(&self.page.lang);
            locale.map(|locale| locale.text(&format!("scenario-{class}"))).unwrap_or_default()
        };
        let entry = |class: &'static str| KeyEntry { class, name: name(class) };
        scenarios.into_iter().map(|scenario| entry(scenario.class())).collect()
    }

    fn context(&self, level: u8) -> Context {
        let mut context = Context::new();
        context.insert("here", &self.page.path);
        context.insert("level", &level);
        if let Some(words) = self.engine.words(&self.page.lang) {
            context.insert("ui", words);
        }
        context
    }
}

/// Whether these are charts and nothing else: in the narrow part their words would be too small.
fn charts(blocks: &[Block]) -> bool {
    blocks.iter().all(|block| matches!(block, Block::Figure(_)))
}

/// One entry of a chart's key.
#[derive(Serialize)]
struct KeyEntry {
    class: &'static str,
    name: String,
}

fn put(context: &mut Context, name: &str, block: &impl Serialize) -> String {
    context.insert("block", block);
    format!("block/{name}.html")
}

fn key_figures(context: &mut Context, figures: &KeyFigures) -> String {
    let spark = |spark: &chart::Spark| Value::safe_string(&spark.svg());
    let sparks = figures.figures.iter().map(|figure| figure.spark.as_ref().map_or(Value::from(""), spark));
    context.insert_value("sparks", Value::from(sparks.collect::<Vec<Value>>()));
    put(context, "key-figures", figures)
}

fn sheet(context: &mut Context, table: &Table) -> String {
    let columns = table.columns.len();
    context.insert("wide", &(columns >= WIDE));
    let classes = classes(table);
    context.insert("usual", if classes.contains("numbers") { "number" } else { "text" });
    context.insert("classes", &classes);
    put(context, "table", table)
}

/// `cards`: rows become cards on a phone; `numbers`: cells without a class are numbers, else they are words, and the names
/// have room for their units; `slim`: numbers stay near their names on a wide sheet.
fn classes(table: &Table) -> String {
    let columns = table.columns.len();
    let lines = table.rows.iter().flat_map(|row| &row.cells).any(|cell| !cell.lines.is_empty());
    let words = lines || table.columns.iter().skip(1).any(|column| column.kind == ColumnKind::Text);
    let classes = [(columns > 3, "cards"), (!words, "numbers"), (columns < 7 && !words, "slim")];
    classes.into_iter().filter(|(wanted, _)| *wanted).map(|(_, class)| class).collect::<Vec<_>>().join(" ")
}

/// Hands markup of our own to the template, which then does not escape it.
pub(super) fn vouch(context: &mut Context, name: &'static str, html: &str) {
    context.insert_value(name, Value::safe_string(html));
}
