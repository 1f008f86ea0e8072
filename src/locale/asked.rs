//! What messages ask for: variables, and other messages.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    Attribute, CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};

use super::parse::parse;

/// What the messages of some files ask for, by their names (that of a term begins with `-`): `$count`, `other`,
/// `-brand`, `FUNCTION()`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked(BTreeMap<String, BTreeSet<String>>);

impl Asked {
    /// What the messages of these files ask for; a file that cannot be read asks for nothing.
    pub fn of<'a>(files: impl IntoIterator<Item = &'a str>) -> Self {
        let mut asked = Asked::default();
        for resource in files.into_iter().filter_map(|file| parse(file).ok()) {
            resource.entries().for_each(|entry| asked.entry(entry));
        }
        asked
    }

    /// What is asked for and not there, each with the message that asks: variables that a message of that name is
    /// not given as `given` uses them, and messages that neither has.
    pub fn strange<'a>(&'a self, given: &'a Asked) -> impl Iterator<Item = (&'a str, &'a str)> {
        let asked = self.0.iter().flat_map(|(id, names)| names.iter().map(move |name| (id, name)));
        let strange = move |(id, name): &(&String, &String)| match name.starts_with('$') {
            true => given.0.get(*id).is_some_and(|known| !known.contains(*name)),
            false => ![self, given].iter().any(|messages| messages.0.contains_key(*name)),
        };
        asked.filter(strange).map(|(id, name)| (id.as_str(), name.as_str()))
    }

    /// The variables that a message asks for.
    pub fn variables(&self, message: &str) -> impl Iterator<Item = &str> {
        let names = self.0.get(message).into_iter().flatten();
        names.map(String::as_str).filter(|name| name.starts_with('$'))
    }

    /// Where in a file a message asks for a name: line and column, from 1.
    pub fn place(file: &str, (message, name): (&str, &str)) -> Option<(usize, usize)> {
        let (mut within, name) = (false, name.trim_end_matches("()"));
        for (at, line) in file.lines().enumerate() {
            let mut skip = 0;
            if line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-') {
                let (left, _) = line.split_once('=').unwrap_or((line, ""));
                (within, skip) = (left.trim_end() == message, left.len());
            }
            if let Some(found) = whole(&line[skip..], name).filter(|_| within) {
                return Some((at + 1, line[..skip + found].chars().count() + 1));
            }
        }
        None
    }

    fn entry(&mut self, entry: &Entry<&str>) {
        let (id, value, attributes) = match entry {
            Entry::Message(it) => (it.id.name.to_owned(), it.value.as_ref(), &it.attributes),
            // A term is given what the message says that asks for it.
            Entry::Term(it) => (format!("-{}", it.id.name), None, &Vec::new()),
            _ => return,
        };
        let names = self.0.entry(id).or_default();
        let more = attributes.iter().map(|Attribute { value, .. }| value);
        value.into_iter().chain(more).for_each(|words| pattern(words, names));
    }
}

/// Where a name stands in a line, and not as a part of a longer one.
fn whole(line: &str, name: &str) -> Option<usize> {
    let in_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
    let is_whole = |at: &usize| {
        let (before, after) = (&line[..*at], &line[at + name.len()..]);
        !after.starts_with(in_name)
            && (name.starts_with('$') || !before.ends_with(|it| in_name(it) || it == '$'))
    };
    line.match_indices(name).map(|(at, _)| at).find(is_whole)
}

fn pattern(words: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &words.elements {
        if let PatternElement::Placeable { expression: it } = element {
            expression(it, names);
        }
    }
}

fn expression(it: &Expression<&str>, names: &mut BTreeSet<String>) {
    match it {
        Expression::Inline(it) => inline(it, names),
        Expression::Select { selector, variants } => {
            inline(selector, names);
            variants.iter().for_each(|variant| pattern(&variant.value, names));
        }
    }
}

fn inline(it: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match it {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => drop(names.insert(format!("${}", id.name))),
        InlineExpression::MessageReference { id, .. } => drop(names.insert(id.name.to_owned())),
        InlineExpression::TermReference { id, arguments: given, .. } => {
            names.insert(format!("-{}", id.name));
            given.iter().for_each(|given| arguments(given, names));
        }
        InlineExpression::FunctionReference { id, arguments: given } => {
            names.insert(format!("{}()", id.name));
            arguments(given, names);
        }
        InlineExpression::Placeable { expression: it } => expression(it, names),
    }
}

fn arguments(given: &CallArguments<&str>, names: &mut BTreeSet<String>) {
    let named = given.named.iter().map(|argument| &argument.value);
    given.positional.iter().chain(named).for_each(|argument| inline(argument, names));
}

#[cfg(test)]
mod tests {
    use super::*;

    const GIVEN: &str =
        "a = { $count -> \n   [one] one { $name }\n  *[other] { $count }\n }\n    .help = { b }\nb = c\n";

    fn strange(file: &str) -> Vec<String> {
        let (own, given) = (Asked::of([file]), Asked::of([GIVEN]));
        own.strange(&given).map(|(id, name)| format!("{id} {name}")).collect()
    }

    #[test]
    fn what_a_message_is_given_it_may_ask_for() {
        assert_eq!(strange(GIVEN), [""; 0]);
        assert_eq!(strange("a = { $name } { b } { \"$no\" } $no\n"), [""; 0]);
        assert_eq!(strange("new = { $any } { own }\nown = { -term }\n-term = { $x }\n"), [""; 0]);
    }

    #[test]
    fn what_it_is_not_given_is_found_in_every_corner() {
        assert_eq!(strange("a = { $nope }\n"), ["a $nope"]);
        assert_eq!(strange("a = { $count ->\n   [one] { $n }\n  *[other] x\n }\n"), ["a $n"]);
        assert_eq!(strange("a = b\n    .help = { -c } { d } { E($name, f: 1) }\n"), ["a -c", "a E()", "a d"]);
    }

    #[test]
    fn it_is_found_where_it_stands() {
        let file = "a = b\nb = c\n    .help = 茶 { $d }\nc = { d }\n";
        assert_eq!(Asked::place(file, ("b", "$d")), Some((3, 17)));
        assert_eq!(Asked::place(file, ("c", "d")), Some((4, 7)));
        assert_eq!(Asked::place(file, ("a", "c")), None);
        let file = "c = { $day } { $d } d { day } { e-d } { -d } { d }\n";
        assert_eq!(Asked::place(file, ("c", "$d")), Some((1, 16)));
        assert_eq!(Asked::place(file, ("c", "-d")), Some((1, 41)));
    }
}
