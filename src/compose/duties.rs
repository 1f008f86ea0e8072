//! Dated things to do that follow from the plan: whoever lists dates takes them from here.

use super::desk::Desk;
use super::page::supply::purchases;
use super::page::supply::words::{supplier, units};
use super::route::Route;
use crate::plan::supply::PurchaseOrder;
use crate::quantity::{Day, DepartmentId, MarketplaceId, ProductId};
use crate::site::Target;

/// Who places orders, the first that the company has.
const BUYERS: [&str; 2] = ["procurement", "production"];

/// Something to be done by a day because the plan needs it.
pub(crate) struct Duty<'a> {
    /// The last day to do it; it may have passed.
    pub(crate) day: Day,
    /// What is to be done.
    pub(crate) what: String,
    /// Whose duty it is.
    pub(crate) department: Option<&'a DepartmentId>,
    /// The product it is for.
    pub(crate) product: &'a ProductId,
    /// The marketplaces it is for.
    pub(crate) marketplaces: Vec<&'a MarketplaceId>,
    /// Where more is said of it.
    pub(crate) to: Target,
}

/// The purchase orders to place, by their last day.
pub(crate) fn of_supply<'a>(desk: &Desk<'a>) -> Vec<Duty<'a>> {
    let mut purchases: Vec<&PurchaseOrder> = desk.analysis.supply.purchases.iter().collect();
    purchases.sort_by_key(|purchase| purchase.order_by);
    let departments = &desk.workspace.departments;
    let buyer = |name: &&str| departments.iter().map(|own| &own.id).find(|id| id.as_str() == *name);
    let buyer = BUYERS.iter().find_map(buyer);
    purchases.into_iter().map(|purchase| duty(desk, purchase, buyer)).collect()
}

fn duty<'a>(desk: &Desk<'a>, purchase: &'a PurchaseOrder, department: Option<&'a DepartmentId>) -> Duty<'a> {
    let mut marketplaces: Vec<&MarketplaceId> = purchase.lines.iter().map(|line| &line.marketplace).collect();
    marketplaces.sort_unstable();
    marketplaces.dedup();
    let there = desk.path(&Route::Supply);
    let listed = purchases::is_listed(desk, purchase);
    Duty {
        day: purchase.order_by,
        what: what(desk, purchase),
        department,
        product: &purchase.product,
        marketplaces,
        to: if listed { Target::place(&there, &purchases::anchor(purchase)) } else { Target::page(&there) },
    }
}

/// "下單：旅行快煮壺 744 件（中部溫控）".
fn what(desk: &Desk<'_>, purchase: &PurchaseOrder) -> String {
    let supplier = supplier(desk, purchase.supplier.as_ref()).text;
    let key = if supplier.is_empty() { "duty-order-what-plain" } else { "duty-order-what" };
    let args = [
        ("product", desk.product(&purchase.product).text.into()),
        ("units", units(desk, purchase.units).into()),
        ("supplier", supplier.into()),
    ];
    desk.fill(key, &args)
}
