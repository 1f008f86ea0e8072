//! The SVG element around a picture: size, name, description and the patterns all charts share.

use super::kinds::Plot;
use super::pen::Pen;
use super::spec::Chart;
use super::text;
use super::{bars, columns, fan, heat, lines, multiples, scatter, schedule, timeline, waterfall};

/// For which width a chart is drawn. It is drawn again for each, never shrunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A sheet or a desktop: 720 units wide.
    Wide,
    /// A phone: 344 units wide.
    Narrow,
}

impl Size {
    fn width(self) -> f64 {
        match self {
            Self::Wide => 720.0,
            Self::Narrow => 344.0,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Narrow => "narrow",
        }
    }
}

/// The hatches of all charts of a page. A page with charts holds this once, in its body.
pub fn defs() -> &'static str {
    concat!(
        "<svg class=\"defs\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>",
        "<pattern id=\"hatch\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">",
        "<path class=\"paper\" d=\"M0 0h4v4h-4z\"/><path class=\"ac\" d=\"M0 0h1.3v4h-1.3z\"/></pattern>",
        "<pattern id=\"hatch-part\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">",
        "<path class=\"paper\" d=\"M0 0h4v4h-4z\"/><path class=\"ac\" d=\"M0 0h2.7v4h-2.7z\"/></pattern>",
        "<pattern id=\"hatch-good\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">",
        "<path class=\"paper\" d=\"M0 0h4v4h-4z\"/><path class=\"good\" d=\"M0 0h1.3v4h-1.3z\"/></pattern>",
        "<pattern id=\"hatch-bad\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">",
        "<path class=\"paper\" d=\"M0 0h4v4h-4z\"/><path class=\"bad\" d=\"M0 0h1.3v4h-1.3z\"/></pattern>",
        "<pattern id=\"hatch-shut\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(-45)\">",
        "<path class=\"py\" d=\"M0 0h1.5v5h-1.5z\"/></pattern>",
        "</defs></svg>",
    )
}

/// The chart as one inline SVG without a colour of its own, described for those who cannot see it. The words stand in the
/// wide one; the narrow one beside it is called by them too.
pub fn draw(chart: &Chart, size: Size) -> String {
    let pen = Pen::new(size.width());
    let height = plot(&pen, &chart.plot).ceil();
    let body = pen.finish();
    let id = id(&chart.id);
    let words = match size {
        Size::Wide => described(chart, &id),
        Size::Narrow => String::new(),
    };
    format!(
        "<svg class=\"chart {name}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">{words}\
         <g aria-hidden=\"true\">{body}</g></svg>",
        name = size.name(),
        width = size.width(),
    )
}

/// The name and the description of a chart.
fn described(chart: &Chart, id: &str) -> String {
    let (mut title, mut alt) = (String::new(), String::new());
    text::escape(&joined(chart), &mut title);
    text::escape(&chart.alt, &mut alt);
    format!("<title id=\"{id}-t\">{title}</title><desc id=\"{id}-d\">{alt}</desc>")
}

fn plot(pen: &Pen, plot: &Plot) -> f64 {
    match plot {
        Plot::Columns(chart) => columns::draw(pen, chart),
        Plot::Bars(chart) => bars::draw(pen, chart),
        Plot::Lines(chart) => lines::draw(pen, chart),
        Plot::Waterfall(chart) => waterfall::draw(pen, chart),
        Plot::Heat(chart) => heat::draw(pen, chart),
        Plot::Multiples(chart) => multiples::draw(pen, chart),
        Plot::Timeline(chart) => timeline::draw(pen, chart),
        Plot::Schedule(chart) => schedule::draw(pen, chart),
        Plot::Scatter(chart) => scatter::draw(pen, chart),
        Plot::Fan(chart) => fan::draw(pen, chart),
    }
}

/// Who, what and when in one line.
fn joined(chart: &Chart) -> String {
    let title = &chart.title;
    let parts = [&title.who, &title.what, &title.when].map(|part| part.trim());
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A short name for an id of any letters: it stands six times on a page, and nobody reads it. Two charts of a page share
/// one once in four thousand million pairs (FNV-1a).
fn id(id: &str) -> String {
    let mixed = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(16_777_619);
    format!("c{:x}", id.bytes().fold(2_166_136_261, mixed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_short_and_stay_apart() {
        assert_eq!(id("sales-2026"), id("sales-2026"));
        assert_ne!(id("銷售"), id("利潤"));
        assert!(id("a b\"").len() <= 9 && id("").chars().all(|c| c.is_ascii_alphanumeric()));
    }
}
