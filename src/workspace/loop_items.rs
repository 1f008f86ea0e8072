//! The items of the loop by their id, each with the cycle it is written in.

use super::{Act, At, Cycle, PlanItem, SopVersion, SopVersionRef, Workspace};
use crate::quantity::{Day, Id};

impl Workspace {
    /// The act of an id, with its cycle.
    pub fn act(&self, id: &Id<Act>) -> Option<(&Cycle, &Act)> {
        self.acts().find(|(_, act)| act.id == *id)
    }

    /// Every act, with its cycle.
    pub fn acts(&self) -> impl Iterator<Item = (&Cycle, &Act)> {
        self.cycles.iter().flat_map(|cycle| cycle.act.iter().map(move |act| (cycle, act)))
    }

    /// The plan item of an id, with its cycle.
    pub fn plan_item(&self, id: &Id<PlanItem>) -> Option<(&Cycle, &PlanItem)> {
        let in_cycle = |cycle: &Cycle| cycle.plan.iter().position(|item| item.id == *id);
        self.cycles.iter().find_map(|cycle| Some((cycle, &cycle.plan[in_cycle(cycle)?])))
    }

    /// What is written of a version of a standard.
    pub fn sop_version(&self, named: &SopVersionRef) -> Option<&SopVersion> {
        let versions = &self.sop(&named.sop)?.versions;
        versions.iter().find(|version| version.version == named.version)
    }
}

impl Act {
    /// Days past its date: of what is done until then, else until today; nothing when in time, or when it was dropped
    /// or moved on.
    pub fn days_late(&self, today: Day) -> Option<i32> {
        let day = |day: &Option<At<Day>>| day.as_ref().map(|day| day.value);
        self.status.days_late((day(&self.due), day(&self.done_date)), today)
    }
}
