//! A number's text taken apart: sign, currency mark and percent sign around digits with their separators.

use super::currency_mark;

/// What stands around the digits of a number, and the digits; each part stands there at most once.
#[derive(Debug)]
pub(super) struct Shell<'a> {
    /// The digits with their separators: begins and ends with a digit.
    pub(super) digits: &'a str,
    /// A currency's mark or code.
    pub(super) mark: Option<&'a str>,
    /// Whether there is a percent sign.
    pub(super) percent: bool,
    sign: Option<Sign>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Plus,
    Minus,
    /// An opening bracket whose closing one is still to come.
    Open,
    /// Brackets, as accountants write less than nothing.
    Brackets,
}

impl<'a> Shell<'a> {
    /// Takes a number's text apart; nothing when something stands there twice or is unknown.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let mut shell = Shell { digits: text, mark: None, percent: false, sign: None };
        while shell.front()? {}
        while shell.back()? {}
        (shell.sign != Some(Sign::Open)).then_some(shell)
    }

    /// Whether the number is below nought.
    pub(super) fn negative(&self) -> bool {
        matches!(self.sign, Some(Sign::Minus | Sign::Brackets))
    }

    /// Takes one part away in front: whether there was one.
    fn front(&mut self) -> Option<bool> {
        let text = self.digits.trim_start();
        self.digits = text;
        let first = text.chars().next()?;
        if first.is_ascii_digit() {
            return Some(false);
        }
        let sign = match first {
            '-' => Sign::Minus,
            '+' => Sign::Plus,
            '(' => Sign::Open,
            _ => return self.marked(currency_mark::prefix(text)?),
        };
        self.signed(sign, &text[1..])
    }

    /// Takes one part away behind: whether there was one.
    fn back(&mut self) -> Option<bool> {
        let text = self.digits.trim_end();
        self.digits = text;
        let last = text.chars().next_back()?;
        if last.is_ascii_digit() {
            return Some(false);
        }
        match last {
            '-' => self.signed(Sign::Minus, &text[..text.len() - 1]),
            ')' => self.closed(&text[..text.len() - 1]),
            '%' => self.percented(&text[..text.len() - 1]),
            _ => self.marked(currency_mark::suffix(text)?),
        }
    }

    fn signed(&mut self, sign: Sign, rest: &'a str) -> Option<bool> {
        self.digits = rest;
        self.sign.replace(sign).is_none().then_some(true)
    }

    fn closed(&mut self, rest: &'a str) -> Option<bool> {
        self.digits = rest;
        (self.sign.replace(Sign::Brackets) == Some(Sign::Open)).then_some(true)
    }

    fn percented(&mut self, rest: &'a str) -> Option<bool> {
        self.digits = rest;
        (!std::mem::replace(&mut self.percent, true)).then_some(true)
    }

    fn marked(&mut self, (mark, rest): (&'a str, &'a str)) -> Option<bool> {
        self.digits = rest;
        self.mark.replace(mark).is_none().then_some(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_stands_there_once() {
        for (text, digits, mark, negative) in [
            ("-$5.00", "5.00", Some("$"), true),
            ("$-5.00", "5.00", Some("$"), true),
            ("($5.00)", "5.00", Some("$"), true),
            ("$(5.00)", "5.00", Some("$"), true),
            ("1 135,72 kr", "1 135,72", Some("kr"), false),
            ("BRL 1.234,56", "1.234,56", Some("BRL"), false),
            ("12.00-", "12.00", None, true),
            ("+7", "7", None, false),
            ("- 5,00 €", "5,00", Some("€"), true),
        ] {
            let shell = Shell::of(text).unwrap();
            assert_eq!((shell.digits, shell.mark, shell.negative()), (digits, mark, negative), "{text}");
        }
        for text in
            ["", "-", "--5", "-5-", "(5", "5)", "-(5)", "((5))", "$5$", "$5 USD", "5%%", "%5", "5+", "()"]
        {
            assert!(Shell::of(text).is_none(), "{text}");
        }
    }
}
