//! Reads formulas: a small recursive-descent parser that hostile input cannot exhaust.

use super::{Comparison, Condition, Expr, Function, Literal, Sign};
use crate::quantity::Ratio;

/// Bytes of a formula; far above any that a person writes.
const MAX_LENGTH: usize = 4096;
/// Levels of parentheses, calls and signs, and divisions in a row.
const MAX_DEPTH: usize = 64;
/// Terms of a sum, and parts of a call.
const MAX_PARTS: usize = 100;
/// The most factors of a product: to explain it exactly takes the fourth power of their number.
const MAX_FACTORS: usize = 24;

/// Why a formula could not be read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// The byte of the formula where it stopped making sense.
    pub at: usize,
    /// What is wrong there.
    pub kind: ParseErrorKind,
}

/// What is wrong with a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParseErrorKind {
    /// It ends where something must follow.
    UnexpectedEnd,
    /// A character that cannot stand there.
    Unexpected(char),
    /// A number that is not a plain decimal.
    BadNumber,
    /// A call of something that is not a function.
    UnknownFunction(String),
    /// `if` needs a comparison as its condition.
    NoComparison,
    /// More than 64 levels.
    TooDeep,
    /// More than 100 parts in a row.
    TooManyParts,
    /// More than 4096 bytes.
    TooLong,
}

type Parsed<T> = Result<T, ParseError>;

impl Expr {
    /// Reads a formula.
    ///
    /// # Errors
    /// [`ParseError`] with the first place that makes no sense.
    pub fn parse(text: &str) -> Result<Expr, ParseError> {
        if text.len() > MAX_LENGTH {
            return Err(ParseError { at: 0, kind: ParseErrorKind::TooLong });
        }
        let mut parser = Parser { text, at: 0, depth: 0 };
        let expr = parser.sum()?;
        match parser.peek() {
            None => Ok(expr),
            Some(_) => Err(parser.unexpected()),
        }
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn sum(&mut self) -> Parsed<Expr> {
        let mut terms = vec![(Sign::Plus, self.product()?)];
        loop {
            let sign = match self.peek() {
                Some('+') => Sign::Plus,
                Some('-') => Sign::Minus,
                _ => break,
            };
            self.check_width(terms.len(), MAX_PARTS)?;
            self.at += 1;
            terms.push((sign, self.product()?));
        }
        match terms.len() {
            1 => Ok(terms.swap_remove(0).1),
            _ => Ok(Expr::Sum(terms)),
        }
    }

    fn product(&mut self) -> Parsed<Expr> {
        let mut factors = vec![self.factor()?];
        loop {
            match self.peek() {
                Some('*') => {
                    self.check_width(factors.len(), MAX_FACTORS)?;
                    self.at += 1;
                    factors.push(self.factor()?);
                }
                Some('/') => factors = vec![self.quotient(factors)?],
                _ => return Ok(chain(factors)),
            }
        }
    }

    /// All that stands left of the slash in this chain, divided by the one factor right of it.
    fn quotient(&mut self, factors: Vec<Expr>) -> Parsed<Expr> {
        let num = chain(factors);
        if num.depth() >= MAX_DEPTH {
            return Err(self.error(ParseErrorKind::TooDeep));
        }
        self.at += 1;
        Ok(Expr::Quotient(Box::new(num), Box::new(self.factor()?)))
    }

    fn factor(&mut self) -> Parsed<Expr> {
        match self.peek() {
            None => Err(self.unexpected()),
            Some('-') => {
                let inner = self.deeper(|parser| {
                    parser.at += 1;
                    parser.factor()
                })?;
                Ok(Expr::Negative(Box::new(inner)))
            }
            Some('(') => self.deeper(|parser| {
                parser.at += 1;
                let inner = parser.sum()?;
                parser.expect(')')?;
                Ok(inner)
            }),
            Some('0'..='9') => self.number(),
            Some('a'..='z' | '_') => self.name_or_call(),
            Some(_) => Err(self.unexpected()),
        }
    }

    fn number(&mut self) -> Parsed<Expr> {
        let start = self.at;
        let digits = self.take_while(|c| c.is_ascii_digit() || c == '.');
        let value = Ratio::parse(digits).ok_or(ParseError { at: start, kind: ParseErrorKind::BadNumber })?;
        if !self.text[self.at..].starts_with('%') {
            return Ok(Expr::Number(Literal { text: digits.to_owned(), value }));
        }
        self.at += 1;
        let value = &value * &Ratio::from_scaled(1, 2);
        Ok(Expr::Number(Literal { text: format!("{digits}%"), value }))
    }

    fn name_or_call(&mut self) -> Parsed<Expr> {
        let start = self.at;
        let name = self.take_while(|c| matches!(c, 'a'..='z' | '0'..='9' | '_'));
        if self.peek() != Some('(') {
            return Ok(Expr::Name(name.to_owned()));
        }
        if name == "if" {
            return self.deeper(Parser::choice);
        }
        match Function::of(name) {
            Some(function) => self.deeper(|parser| parser.call(function)),
            None => {
                let kind = ParseErrorKind::UnknownFunction(name.to_owned());
                Err(ParseError { at: start, kind })
            }
        }
    }

    fn call(&mut self, function: Function) -> Parsed<Expr> {
        self.expect('(')?;
        let mut parts = vec![self.sum()?];
        while self.peek() == Some(',') {
            self.check_width(parts.len(), MAX_PARTS)?;
            self.at += 1;
            parts.push(self.sum()?);
        }
        self.expect(')')?;
        Ok(Expr::Call(function, parts))
    }

    fn choice(&mut self) -> Parsed<Expr> {
        self.expect('(')?;
        let left = self.sum()?;
        let comparison = self.comparison()?;
        let condition = Condition { left, comparison, right: self.sum()? };
        self.expect(',')?;
        let yes = self.sum()?;
        self.expect(',')?;
        let no = self.sum()?;
        self.expect(')')?;
        Ok(Expr::If(Box::new(condition), Box::new(yes), Box::new(no)))
    }

    fn comparison(&mut self) -> Parsed<Comparison> {
        self.skip_space();
        let rest = &self.text[self.at..];
        let found = Comparison::SYMBOLS.iter().find(|(symbol, _)| rest.starts_with(symbol));
        let (symbol, comparison) = found.ok_or_else(|| self.error(ParseErrorKind::NoComparison))?;
        self.at += symbol.len();
        Ok(*comparison)
    }

    fn deeper<T>(&mut self, inner: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= MAX_DEPTH {
            return Err(self.error(ParseErrorKind::TooDeep));
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    fn check_width(&self, parts: usize, most: usize) -> Parsed<()> {
        if parts < most { Ok(()) } else { Err(self.error(ParseErrorKind::TooManyParts)) }
    }

    fn expect(&mut self, wanted: char) -> Parsed<()> {
        if self.peek() != Some(wanted) {
            return Err(self.unexpected());
        }
        self.at += wanted.len_utf8();
        Ok(())
    }

    fn peek(&mut self) -> Option<char> {
        self.skip_space();
        self.text[self.at..].chars().next()
    }

    fn skip_space(&mut self) {
        self.take_while(|c| c.is_ascii_whitespace());
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = &self.text[self.at..];
        let length = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn unexpected(&self) -> ParseError {
        let kind = match self.text[self.at..].chars().next() {
            Some(found) => ParseErrorKind::Unexpected(found),
            None => ParseErrorKind::UnexpectedEnd,
        };
        self.error(kind)
    }

    fn error(&self, kind: ParseErrorKind) -> ParseError {
        ParseError { at: self.at, kind }
    }
}

fn chain(mut factors: Vec<Expr>) -> Expr {
    match factors.len() {
        1 => factors.swap_remove(0),
        _ => Expr::Product(factors),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shape(expr: &Expr) -> String {
        let parts: Vec<String> = expr.parts().into_iter().map(shape).collect();
        match expr {
            Expr::Number(literal) => literal.value.to_string(),
            Expr::Name(name) => name.clone(),
            Expr::Named { .. } => format!("named[{}]", parts.join(" ")),
            Expr::Negative(_) => format!("neg[{}]", parts.join(" ")),
            Expr::Sum(_) => format!("sum[{}]", parts.join(" ")),
            Expr::Product(_) => format!("product[{}]", parts.join(" ")),
            Expr::Quotient(..) => format!("quotient[{}]", parts.join(" ")),
            Expr::Call(function, _) => format!("{function:?}[{}]", parts.join(" ")),
            Expr::If(condition, ..) => format!("{:?}[{}]", condition.comparison, parts.join(" ")),
        }
    }

    #[test]
    fn a_chain_is_one_node_and_parentheses_make_another() {
        for (text, expected) in [
            ("a*b*c*d", "product[a b c d]"),
            ("(a*b)*(c*d)", "product[product[a b] product[c d]]"),
            ("a+b-c", "sum[a b c]"),
            ("a-(b-c)", "sum[a sum[b c]]"),
            ("a*b/c", "quotient[product[a b] c]"),
            ("a/b*c*d", "product[quotient[a b] c d]"),
            ("a/b/c", "quotient[quotient[a b] c]"),
            ("a/(b*c)", "quotient[a product[b c]]"),
            ("-a*b + -2", "sum[product[neg[a] b] neg[2]]"),
            ("((a))", "a"),
            ("12.5% * 0.5", "product[1/8 1/2]"),
            ("min(a, b*c, 3)", "Min[a product[b c] 3]"),
            ("max(a)", "Max[a]"),
            ("if(a+1 >= 2, b, c)", "AtLeast[sum[a 1] 2 b c]"),
            ("if(a != b, min, if)", "NotEqual[a b min if]"),
        ] {
            assert_eq!(shape(&Expr::parse(text).unwrap()), expected, "{text}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_refused_at_its_place() {
        use ParseErrorKind::{
            BadNumber, NoComparison, TooDeep, TooLong, TooManyParts, Unexpected, UnexpectedEnd,
            UnknownFunction,
        };
        for (text, at, kind) in [
            ("", 0, UnexpectedEnd),
            ("a +", 3, UnexpectedEnd),
            ("a b", 2, Unexpected('b')),
            ("(a", 2, UnexpectedEnd),
            ("a)", 1, Unexpected(')')),
            ("a × b", 2, Unexpected('×')),
            ("Sales", 0, Unexpected('S')),
            ("1.", 0, BadNumber),
            ("1.2.3", 0, BadNumber),
            ("1e3", 1, Unexpected('e')),
            ("3 + sum(a)", 4, UnknownFunction("sum".to_owned())),
            ("min()", 4, Unexpected(')')),
            ("if(a, b, c)", 4, NoComparison),
            ("if(a < b, c)", 11, Unexpected(')')),
            (&"(".repeat(4000), 64, TooDeep),
            (&"-".repeat(4000), 64, TooDeep),
            (&"min(".repeat(1000), 259, TooDeep),
            (&format!("a{}", "/a".repeat(1000)), 127, TooDeep),
            (&format!("a{}", "*a".repeat(1000)), 47, TooManyParts),
            (&format!("a{}", "+a".repeat(1000)), 199, TooManyParts),
            (&"a".repeat(4097), 0, TooLong),
        ] {
            assert_eq!(Expr::parse(text), Err(ParseError { at, kind }), "{text:.40}");
        }
    }

    #[test]
    fn names_come_once_in_order() {
        let expr = Expr::parse("b * a + if(c > a, b, d)").unwrap();
        assert_eq!(expr.names(), ["b", "a", "c", "d"]);
    }

    #[test]
    fn the_deepest_formula_that_is_read_can_be_valued() {
        let mut text = "a".to_owned();
        for _ in 0..20 {
            text = format!("(2 * {text}{})", "/a".repeat(60));
        }
        let deep = Expr::parse(&text);
        assert!(matches!(&deep, Err(ParseError { kind: ParseErrorKind::TooDeep, .. })), "{deep:?}");
    }

    /// Formulas made of the grammar's own words: most of them are read.
    fn formula() -> impl Strategy<Value = String> {
        let leaf = prop::sample::select(vec!["a", "b", "cvr_2", "0.5", "12%", "7"]).prop_map(str::to_owned);
        leaf.prop_recursive(5, 40, 3, |inner| {
            let two = (inner.clone(), inner.clone(), inner.clone());
            prop_oneof![
                (two.clone(), prop::sample::select(vec!["+", "-", "*", "/"]))
                    .prop_map(|((a, b, _), sign)| format!("{a} {sign} {b}")),
                inner.clone().prop_map(|a| format!("({a})")),
                inner.prop_map(|a| format!("-{a}")),
                two.clone().prop_map(|(a, b, c)| format!("min({a}, {b}, {c})")),
                two.prop_map(|(a, b, c)| format!("if({a} <= {b}, {c}, {a})")),
            ]
        })
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            let _ = Expr::parse(&text);
        }

        #[test]
        fn no_jumble_of_its_own_signs_makes_it_panic(text in "[a-c0-9 .%+*/(),<=>!×-]{0,80}") {
            let _ = Expr::parse(&text);
        }

        #[test]
        fn what_is_printed_reads_back_the_same(text in formula()) {
            let expr = Expr::parse(&text).unwrap();
            let printed = expr.to_string();
            prop_assert_eq!(Expr::parse(&printed).unwrap(), expr, "{}", printed);
        }
    }
}
