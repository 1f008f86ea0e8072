//! A batch from order to cash: what each stage slipped (domain 4.4).

use crate::quantity::Day;
use crate::workspace::{Batch, BatchStage, NextTarget, Workspace};

/// How a batch ran against its plan.
#[derive(Clone, Debug)]
pub struct BatchCourse<'a> {
    /// Its stages in file order.
    pub stages: Vec<StageSlip<'a>>,
    /// The stages from the first to the last of the file, each bound by the one before.
    path: Vec<&'a BatchStage>,
}

/// What a stage itself slipped.
#[derive(Clone, Copy, Debug)]
pub struct StageSlip<'a> {
    /// The stage.
    pub stage: &'a BatchStage,
    /// The stage it is bound by.
    pub after: Option<&'a BatchStage>,
    /// Days it took more than planned, below nought for fewer; nothing while it or the one before is not over.
    pub slip: Option<i32>,
    /// Whether it lies between the first and the last stage: the slips of these sum to that of the end.
    pub on_path: bool,
}

impl<'a> BatchCourse<'a> {
    /// The course of a batch; nothing when it has no stage.
    pub fn of(batch: &'a Batch) -> Option<Self> {
        let path = path(batch)?;
        let slip = |stage: &'a BatchStage| {
            let after = before(batch, stage);
            let on_path = path.iter().any(|on_path| on_path.id == stage.id);
            StageSlip { stage, after, slip: slip(stage, after), on_path }
        };
        Some(BatchCourse { stages: batch.stages.iter().map(slip).collect(), path })
    }

    /// The first stage of the path.
    pub fn start(&self) -> &'a BatchStage {
        self.path[0]
    }

    /// The last stage of the path.
    pub fn end(&self) -> &'a BatchStage {
        self.path[self.path.len() - 1]
    }

    /// The last stage of the path that is over, with all before it.
    pub fn reached(&self) -> Option<&'a BatchStage> {
        self.path.iter().take_while(|stage| stage.actual.is_some()).last().copied()
    }

    /// Whether the last stage is over.
    pub fn is_over(&self) -> bool {
        self.reached().is_some_and(|stage| stage.id == self.end().id)
    }

    /// Days late where it stands: the slips of the path up to there sum to it.
    pub fn slip(&self) -> Option<i32> {
        self.reached().and_then(|stage| slip(stage, None))
    }

    /// Planned days from the first stage to the last.
    pub fn planned_days(&self) -> i32 {
        self.end().plan.value - self.start().plan.value
    }

    /// Days it took from the first stage to the last; nothing while it runs.
    pub fn actual_days(&self) -> Option<i32> {
        Some(self.end().actual.as_ref()?.value - self.start().actual.as_ref()?.value)
    }

    /// The stage of the path that slipped most; nothing when none slipped.
    pub fn worst(&self) -> Option<&StageSlip<'a>> {
        let late =
            self.stages.iter().filter(|stage| stage.on_path && stage.slip.is_some_and(|days| days > 0));
        late.max_by_key(|stage| stage.slip)
    }
}

fn before<'a>(batch: &'a Batch, stage: &BatchStage) -> Option<&'a BatchStage> {
    let after = stage.after.as_ref()?;
    batch.stages.iter().find(|other| other.id == after.value)
}

/// From the first stage to the last of the file through `after`; a circle ends where it closes.
fn path(batch: &Batch) -> Option<Vec<&BatchStage>> {
    let mut path = vec![batch.stages.last()?];
    while let Some(stage) = before(batch, path[path.len() - 1]) {
        if path.iter().any(|known| known.id == stage.id) {
            break;
        }
        path.push(stage);
    }
    path.reverse();
    Some(path)
}

/// What became of a target that a batch was handed by the one before it.
#[derive(Clone, Copy, Debug)]
pub struct HandedTarget<'a> {
    /// The target.
    pub target: &'a NextTarget,
    /// The stage of the batch that takes it over; nothing when it has no such stage.
    pub stage: Option<&'a BatchStage>,
    /// Days the stage took in the batch before.
    pub before: Option<i32>,
    /// Days it is planned to take.
    pub planned: Option<i32>,
    /// Days it took; nothing while it is not over.
    pub took: Option<i32>,
    /// Whether the target was kept; nothing while that is open.
    pub kept: Option<bool>,
}

/// The batch whose targets a batch takes over: the one it follows, else the one of its product that began before it.
pub fn batch_before<'a>(workspace: &'a Workspace, batch: &Batch) -> Option<&'a Batch> {
    if let Some(id) = &batch.follows {
        return workspace.batch(&id.value);
    }
    let began = begins(batch)?;
    let of_product = workspace.batches.iter().filter(|other| other.product.value == batch.product.value);
    of_product.filter(|other| begins(other).is_some_and(|day| day < began)).max_by_key(|other| begins(other))
}

/// The batch that takes over the targets of a batch: the first of those that it comes before.
pub fn batch_after<'a>(workspace: &'a Workspace, batch: &Batch) -> Option<&'a Batch> {
    let takes_over =
        |other: &&Batch| batch_before(workspace, other).is_some_and(|before| before.id == batch.id);
    workspace.batches.iter().filter(takes_over).min_by_key(|other| begins(other))
}

fn begins(batch: &Batch) -> Option<Day> {
    batch.stages.iter().map(|stage| stage.plan.value).min()
}

/// What became of the targets that one batch handed to the next.
pub fn handed<'a>(before: &'a Batch, batch: &'a Batch, today: Day) -> Vec<HandedTarget<'a>> {
    let targets = before.retrospective.iter().flat_map(|learned| &learned.next_targets);
    targets.map(|target| check_target((before, batch), target, today)).collect()
}

fn check_target<'a>((old, new): (&Batch, &'a Batch), target: &'a NextTarget, today: Day) -> HandedTarget<'a> {
    let stage = stage_of(new, &target.stage.value);
    let most = i32::try_from(target.days).unwrap_or(i32::MAX);
    let took = stage.and_then(|stage| stage_days(new, stage));
    let runs = stage.filter(|stage| stage.actual.is_none()).and_then(|stage| begun(new, stage));
    let overrun = runs.is_some_and(|day| today - day > most);
    HandedTarget {
        target,
        stage,
        before: stage_of(old, &target.stage.value).and_then(|stage| stage_days(old, stage)),
        planned: stage.and_then(|stage| Some(stage.plan.value - before(new, stage)?.plan.value)),
        took,
        kept: took.map(|days| days <= most).or(overrun.then_some(false)),
    }
}

fn stage_of<'a>(batch: &'a Batch, id: &str) -> Option<&'a BatchStage> {
    batch.stages.iter().find(|stage| stage.id == id)
}

/// When the stage before a stage was over.
fn begun(batch: &Batch, stage: &BatchStage) -> Option<Day> {
    before(batch, stage)?.actual.as_ref().map(|day| day.value)
}

/// Days from the end of the stage before to the end of a stage.
pub fn stage_days(batch: &Batch, stage: &BatchStage) -> Option<i32> {
    Some(stage.actual.as_ref()?.value - begun(batch, stage)?)
}

/// (AC end − AC end of `after`) − (PL end − PL end of `after`).
fn slip(stage: &BatchStage, after: Option<&BatchStage>) -> Option<i32> {
    let late = |stage: &BatchStage| Some(stage.actual.as_ref()?.value - stage.plan.value);
    match after {
        Some(after) => Some(late(stage)? - late(after)?),
        None => late(stage),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::quantity::{BatchId, Day, ProductId, Text};
    use crate::workspace::At;
    use serde_json::Value as Json;

    fn oracle() -> Json {
        let text = include_str!("../../tests/oracles/oracles.json");
        let all: Json = serde_json::from_str(text).unwrap();
        all["batch"].clone()
    }

    fn place() -> Place {
        Place::file(&"batches/B.yaml".into())
    }

    fn at<T>(value: T) -> At<T> {
        At::new(value, &place())
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn stage((id, after, plan, actual): (&str, &str, &str, &str)) -> BatchStage {
        BatchStage {
            id: id.to_owned(),
            name: Text::plain(id),
            after: (!after.is_empty()).then(|| at(after.to_owned())),
            owner: None,
            plan: at(day(plan)),
            actual: (!actual.is_empty()).then(|| at(day(actual))),
            cause: None,
            kpis: vec![],
            place: place(),
        }
    }

    const STAGES: [(&str, &str, &str, &str); 11] = [
        ("po", "", "2026-03-02", "2026-03-02"),
        ("produced", "po", "2026-04-06", "2026-04-11"),
        ("inspected", "produced", "2026-04-09", "2026-04-15"),
        ("balance", "inspected", "2026-04-10", "2026-04-16"),
        ("departed", "balance", "2026-04-14", "2026-04-21"),
        ("cleared", "departed", "2026-05-14", "2026-05-20"),
        ("checked-in", "cleared", "2026-05-22", "2026-05-29"),
        ("sellable-90", "checked-in", "2026-05-26", "2026-06-06"),
        ("first-order", "checked-in", "2026-05-27", "2026-05-30"),
        ("first-cash", "first-order", "2026-06-15", "2026-06-20"),
        ("break-even", "first-cash", "2026-08-10", "2026-08-29"),
    ];

    fn batch(stages: &[(&str, &str, &str, &str)]) -> Batch {
        Batch {
            id: BatchId::new("B"),
            name: Text::plain("B"),
            product: at(ProductId::new("bottle")),
            sku: None,
            marketplace: None,
            units: 2000,
            owner: None,
            follows: None,
            money: vec![],
            stages: stages.iter().copied().map(stage).collect(),
            cash: vec![],
            retrospective: None,
            place: place(),
        }
    }

    #[test]
    fn the_slips_of_the_path_are_those_of_the_oracle_and_sum_to_that_of_the_end() {
        let (oracle, batch) = (oracle(), batch(&STAGES));
        let course = BatchCourse::of(&batch).unwrap();
        for slip in course.stages.iter().filter(|slip| slip.after.is_some()) {
            let group = if slip.on_path { "stage_slips" } else { "off_path" };
            let expected = oracle[group][slip.stage.id.as_str()].as_i64().map(|days| days as i32);
            assert_eq!(slip.slip, expected, "{}", slip.stage.id);
            assert!(expected.is_some(), "{}", slip.stage.id);
        }
        let sum: i32 = course.stages.iter().filter(|slip| slip.on_path).filter_map(|slip| slip.slip).sum();
        assert_eq!((Some(sum), course.slip()), (course.slip(), oracle["slip"].as_i64().map(|d| d as i32)));
        let days = [Some(course.planned_days()), course.actual_days()].map(|days| days.map(i64::from));
        assert_eq!(days, [oracle["plan_days"].as_i64(), oracle["actual_days"].as_i64()]);
        assert_eq!(course.worst().unwrap().stage.id, "break-even");
    }

    #[test]
    fn a_running_batch_stands_at_its_last_stage_that_is_over() {
        let mut stages = STAGES;
        for stage in &mut stages[7..] {
            stage.3 = "";
        }
        let batch = batch(&stages);
        let course = BatchCourse::of(&batch).unwrap();
        assert_eq!(course.reached().unwrap().id, "checked-in");
        assert_eq!((course.is_over(), course.slip(), course.actual_days()), (false, Some(7), None));
    }

    fn target(id: &str, days: u32) -> NextTarget {
        NextTarget { stage: at(id.to_owned()), days, cycle: None }
    }

    #[test]
    fn targets_are_checked_in_the_batch_that_takes_them_over() {
        let mut old = batch(&STAGES);
        let targets =
            vec![target("produced", 32), target("inspected", 3), target("departed", 4), target("x", 1)];
        old.retrospective = Some(crate::workspace::BatchRetrospective {
            goal: None,
            result: None,
            causes: vec![],
            insight: None,
            next_targets: targets,
        });
        let new = batch(&[
            ("po", "", "2026-09-14", "2026-09-14"),
            ("produced", "po", "2026-10-16", "2026-10-17"),
            ("inspected", "produced", "2026-10-19", "2026-10-20"),
            ("departed", "inspected", "2026-10-24", ""),
        ]);
        let on = |today: &str| -> Vec<_> {
            let handed = handed(&old, &new, day(today));
            handed.iter().map(|it| (it.before, it.planned, it.took, it.kept)).collect()
        };
        let produced = (Some(40), Some(32), Some(33), Some(false));
        let inspected = (Some(4), Some(3), Some(3), Some(true));
        let none = (None, None, None, None);
        assert_eq!(on("2026-10-24"), [produced, inspected, (Some(5), Some(5), None, None), none]);
        assert_eq!(on("2026-10-25")[2], (Some(5), Some(5), None, Some(false)));
    }

    #[test]
    fn stages_in_a_circle_end() {
        let batch = batch(&[("a", "b", "2026-01-01", ""), ("b", "a", "2026-01-02", "")]);
        assert_eq!(BatchCourse::of(&batch).unwrap().path.len(), 2);
    }
}
