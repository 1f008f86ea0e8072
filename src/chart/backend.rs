//! The SVG backend of plotters: classes for colours and for where texts stand from their point (`s`, they start there;
//! `e`, they end), one `path` for neighbouring shapes of one class, real text.
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
use super::path::Path;
use super::text;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;
type Rgb = (u8, u8, u8);

/// Larger than any chart; the real height is known when the chart is drawn.
const LIMIT: u32 = 1_000_000;

/// Writes the inside of an SVG.
pub(super) struct Svg {
    out: String,
    open: Open,
    /// What was drawn of the path that is open.
    path: Path,
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
        Self { out: String::new(), open: Open::Nothing, path: Path::default(), done }
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
                self.put(format_args!("<g class=\"{}{anchor}\">", Ink::class_of(rgb)));
            }
        }
    }

    fn open_path(&mut self, rgb: Rgb) {
        self.put(format_args!("<path class=\"{}\"", Ink::class_of(rgb)));
        if let Some(pattern) = Ink::pattern_of(rgb) {
            self.put(format_args!(" fill=\"url(#{pattern})\""));
        }
        self.out.push_str(" d=\"");
        self.path = Path::default();
    }

    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing into a string cannot fail.
        let _ = self.out.write_fmt(text);
    }
}

/// The nearest whole unit: half of one is not seen of a text, and its letters are.
fn whole(tenths: i32) -> i32 {
    (tenths + 5).div_euclid(10)
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
        self.turn(Open::Path(style.color().rgb));
        self.path.area(&[a, (b.0, a.1), b, (a.0, b.1)], &mut self.out);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.turn(Open::Path(style.color().rgb));
        self.path.line(&path.into_iter().collect::<Vec<_>>(), &mut self.out);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.turn(Open::Path(style.color().rgb));
        self.path.area(&path.into_iter().collect::<Vec<_>>(), &mut self.out);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, _: bool) -> Drawn {
        self.turn(Open::Path(style.color().rgb));
        self.path.disc(at, i32::try_from(radius).unwrap_or_default(), &mut self.out);
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, shown: &str, style: &T, at: BackendCoord) -> Drawn {
        let anchor = match style.anchor().h_pos {
            HPos::Left => " s",
            HPos::Center => "",
            HPos::Right => " e",
        };
        self.turn(Open::Texts(style.color().rgb, anchor));
        self.put(format_args!("<text x=\"{}\" y=\"{}\">", whole(at.0), whole(at.1)));
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
