//! Trend facts in a text: what can be said of a figure over time, as a short list.

use super::{Answers, bad};
use crate::compose::grain::grain;
use crate::compose::trend_words::Teller;
use crate::diagnostic::{Diagnostic, nearest};
use crate::markup::BlockRequest;
use crate::metric::LOOKUPS;
use crate::quantity::Grain;
use crate::review::{By, Check};
use crate::site::{self, Block, Facts, Section};
use crate::trend::fact::{Fact, facts, facts_among};
use crate::trend::{Segment, Series, Subject};

/// Keys of a scope that name a part of the company.
pub(super) const PARTS: [&str; 2] = ["product", "marketplace"];

/// By what a list of facts is asked: stretches of time, and a dimension whose values are compared.
#[derive(Clone, Copy, Default)]
struct Asked<'r> {
    grain: Option<Grain>,
    dimension: Option<&'r str>,
}

impl Answers<'_> {
    /// A list of facts for each figure, as they stood at the end of the period that is named.
    pub(super) fn trend(&self, request: &BlockRequest) -> Result<Block, Diagnostic> {
        let place = request.place_of("scope");
        let named = request.scope.iter().filter(|(key, _)| PARTS.contains(&key.as_str()));
        let scope = self.scope(named.map(|(_, value)| value.as_str()), place)?;
        let segment = self.segment(request)?;
        let asked = self.asked(request)?;
        let subject = |metric| Subject { segment: segment.clone(), ..Subject::of(metric, &scope) };
        let sections =
            request.metrics.iter().filter_map(|metric| self.section(request, &subject(metric), asked));
        let blocks: Vec<Block> = sections.map(Block::from).collect();
        match <[Block; 1]>::try_from(blocks) {
            Ok([one]) => Ok(one),
            Err(blocks) if blocks.is_empty() => Ok(self.nothing()),
            Err(blocks) => Ok(Section { blocks, ..Section::default() }.into()),
        }
    }

    /// The value of a further dimension that the scope names.
    pub(super) fn segment(&self, request: &BlockRequest) -> Result<Option<Segment>, Diagnostic> {
        let mut others = request.scope.iter().filter(|(key, _)| !PARTS.contains(&key.as_str()));
        let Some((dimension, value)) = others.next() else { return Ok(None) };
        let place = request.place_of("scope");
        if let Some((second, _)) = others.next() {
            return Err(bad(place, "block-second", second).help("help"));
        }
        self.check_name(dimension).map_err(|known| {
            let near = nearest(dimension, known.iter().map(String::as_str));
            bad(place, "block-scope-key", dimension).nearest(near)
        })?;
        Ok(Some(Segment { dimension: dimension.clone(), value: value.clone() }))
    }

    fn asked<'r>(&self, request: &'r BlockRequest) -> Result<Asked<'r>, Diagnostic> {
        let mut asked = Asked::default();
        for word in &request.by {
            if let Some(known) = grain(word) {
                asked.grain = Some(known);
                continue;
            }
            let place = request.place_of("by");
            if asked.dimension.is_some() {
                return Err(bad(place, "block-by-one", word).help("help"));
            }
            self.check_name(word).map_err(|known| {
                bad(place, "block-by", word).nearest(nearest(word, known.iter().map(String::as_str)))
            })?;
            asked.dimension = Some(word);
        }
        Ok(asked)
    }

    /// Whether there is a dimension of this name; else those that there are.
    fn check_name(&self, name: &str) -> Result<(), Vec<String>> {
        if name == Segment::CATEGORY || By::named(self.desk.workspace, name).is_some() {
            return Ok(());
        }
        let made = self.desk.workspace.dimensions.iter().map(|made| made.id.clone());
        let grains = self.desk.workspace.catalogue.measures().iter().flat_map(|measure| &measure.grains);
        let grains = grains.map(|grain| grain.name().to_owned());
        Err(made.chain(grains).chain(LOOKUPS.map(str::to_owned)).collect())
    }

    fn section(&self, request: &BlockRequest, subject: &Subject, asked: Asked<'_>) -> Option<Section> {
        let found = self.found(request, subject, asked)?;
        let teller = Teller::of(&self.voice);
        let heading = match &request.title {
            Some(title) => title.as_str().into(),
            None => teller.subject(subject).into(),
        };
        let line = |fact: &Fact| site::Fact {
            name: self.voice.say(&format!("trend-kind-{}", fact.kind())).into(),
            value: teller.sentence(fact).into(),
        };
        let list = Facts { facts: found.iter().map(line).collect(), prose: true, note: None };
        Some(Section { heading, blocks: vec![list.into()], ..Section::default() })
    }

    /// Nothing where nothing is known.
    fn found(&self, request: &BlockRequest, subject: &Subject, asked: Asked<'_>) -> Option<Vec<Fact>> {
        let (workspace, own) = (self.desk.workspace, self.desk.check());
        let today = request.period.map_or(own.today, |period| own.today.min(period.span().to + 1));
        let check = Check { today, ..own };
        let usual = || Series::usual_grain(workspace, &check, (subject, asked.dimension));
        let grain = asked.grain.unwrap_or_else(usual);
        let found = match asked.dimension {
            Some(dimension) => facts_among(workspace, &check, (subject, dimension), grain),
            None => facts(workspace, &check, &Series::of(workspace, &check, subject, grain).ok()?),
        };
        (!found.is_empty()).then_some(found)
    }
}
