//! The SVG backend of plotters: classes for colours, one `path` for neighbouring shapes of one class, real text.
//!
//! Plotters counts in whole pixels; here a pixel is a tenth of a unit of the picture.

use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt::Write;
use std::rc::Rc;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::ink::Ink;
use super::text;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;
type Rgb = (u8, u8, u8);

/// Larger than any chart; the real height is known when the chart is drawn.
const LIMIT: u32 = 1_000_000;

/// Writes the inside of an SVG.
pub(super) struct Svg {
    out: String,
    open: Open,
    done: Rc<RefCell<String>>,
}

/// The element that is still open.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    Nothing,
    Path(Rgb),
    Texts(Rgb, &'static str),
}

impl Svg {
    /// A backend that hands what it wrote to `done` when it presents it.
    pub(super) fn new(done: Rc<RefCell<String>>) -> Self {
        Self { out: String::new(), open: Open::Nothing, done }
    }

    fn turn(&mut self, to: Open) {
        if self.open == to {
            return;
        }
        self.out.push_str(match self.open {
            Open::Nothing => "",
            Open::Path(_) => "\"/>",
            Open::Texts(..) => "</g>",
        });
        self.open = to;
        match to {
            Open::Nothing => {}
            Open::Path(rgb) => self.open_path(rgb),
            Open::Texts(rgb, anchor) => {
                self.put(format_args!("<g class=\"{}\"{anchor}>", Ink::class_of(rgb)));
            }
        }
    }

    fn open_path(&mut self, rgb: Rgb) {
        self.put(format_args!("<path class=\"{}\"", Ink::class_of(rgb)));
        if let Some(pattern) = Ink::pattern_of(rgb) {
            self.put(format_args!(" fill=\"url(#{pattern})\""));
        }
        self.out.push_str(" d=\"");
    }

    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing into a string cannot fail.
        let _ = self.out.write_fmt(text);
    }

    fn line(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
        let mut last: Option<BackendCoord> = None;
        for (x, y) in points {
            match last {
                None => self.put(format_args!("M{} {}", Tenths(x), Tenths(y))),
                Some(from) => self.segment(from, (x, y)),
            }
            last = Some((x, y));
        }
    }

    fn segment(&mut self, from: BackendCoord, to: BackendCoord) {
        match (to.0 - from.0, to.1 - from.1) {
            (dx, 0) => self.put(format_args!("h{}", Tenths(dx))),
            (0, dy) => self.put(format_args!("v{}", Tenths(dy))),
            (dx, dy) => self.put(format_args!("l{} {}", Tenths(dx), Tenths(dy))),
        }
    }
}

/// A length in tenths, written with at most one decimal.
struct Tenths(i32);

impl std::fmt::Display for Tenths {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, tenth) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        match (whole, tenth) {
            (whole, 0) => write!(f, "{sign}{whole}"),
            (0, tenth) => write!(f, "{sign}.{tenth}"),
            (whole, tenth) => write!(f, "{sign}{whole}.{tenth}"),
        }
    }
}

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (LIMIT, LIMIT)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.turn(Open::Nothing);
        self.done.borrow_mut().push_str(&std::mem::take(&mut self.out));
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, _: bool) -> Drawn {
        let (w, h) = (Tenths(b.0 - a.0), Tenths(b.1 - a.1));
        self.turn(Open::Path(style.color().rgb));
        self.put(format_args!("M{} {}h{w}v{h}h{}z", Tenths(a.0), Tenths(a.1), Tenths(a.0 - b.0)));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.turn(Open::Path(style.color().rgb));
        self.line(path);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.draw_path(path, style)?;
        self.out.push('z');
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, _: bool) -> Drawn {
        let radius = i32::try_from(radius).unwrap_or_default();
        let (r, d) = (Tenths(radius), Tenths(2 * radius));
        self.turn(Open::Path(style.color().rgb));
        self.put(format_args!("M{} {}", Tenths(at.0 - radius), Tenths(at.1)));
        self.put(format_args!("a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z"));
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, shown: &str, style: &T, at: BackendCoord) -> Drawn {
        let anchor = match style.anchor().h_pos {
            HPos::Left => " text-anchor=\"start\"",
            HPos::Center => "",
            HPos::Right => " text-anchor=\"end\"",
        };
        self.turn(Open::Texts(style.color().rgb, anchor));
        self.put(format_args!("<text x=\"{}\" y=\"{}\">", Tenths(at.0), Tenths(at.1)));
        text::escape(shown, &mut self.out);
        self.out.push_str("</text>");
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        shown: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = text::ems(shown) * style.size();
        Ok((width as u32, style.size() as u32))
    }
}
