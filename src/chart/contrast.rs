//! The theme's colours, read from its style sheet and measured: contrast, and distance for colour-blind readers.

use super::Impact;
use super::ink::Ink;

const CSS: &str = include_str!("../../themes/default/static/chart.css");

type Rgb = [f64; 3];

/// Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
const VISIONS: [(&str, [Rgb; 3]); 4] = [
    ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protan",
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    ),
    (
        "deutan",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    (
        "tritan",
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ),
];

/// A colour of a theme: the first `:root` is the light one, the second the dark one, the third the printed one.
fn colour(theme: usize, name: &str) -> Rgb {
    let root = CSS.split(":root{").nth(theme + 1).expect("a theme").split('}').next().expect("its end");
    let value = root.split(&format!("--{name}:#")).nth(1).unwrap_or_else(|| panic!("--{name}"));
    let digits: String = value.chars().take_while(char::is_ascii_hexdigit).collect();
    let wide = if digits.len() == 3 { digits.chars().flat_map(|c| [c, c]).collect() } else { digits };
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&wide[at..at + 2], 16).expect("a colour")) / 255.0)
}

#[expect(clippy::disallowed_methods, reason = "measured against a threshold, not shown")]
fn linear(rgb: Rgb) -> Rgb {
    rgb.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) })
}

fn contrast(a: Rgb, b: Rgb) -> f64 {
    let luminance = |rgb| {
        let [r, g, b] = linear(rgb);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn times(matrix: [Rgb; 3], [x, y, z]: Rgb) -> Rgb {
    matrix.map(|[a, b, c]| a * x + b * y + c * z)
}

fn lab(linear: Rgb) -> Rgb {
    let xyz = times([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], linear);
    let f = |t: f64| if t > 0.008856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    let [x, y, z] = [f(xyz[0] / 0.95047), f(xyz[1]), f(xyz[2] / 1.08883)];
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn distance(vision: [Rgb; 3], a: Rgb, b: Rgb) -> f64 {
    let seen = |rgb| lab(times(vision, linear(rgb)).map(|c| c.clamp(0.0, 1.0)));
    let (a, b) = (seen(a), seen(b));
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
}

/// How opaque the tint of a class is.
fn opacity(class: &str) -> f64 {
    let rule =
        CSS.lines().find(|line| line.contains(class) && line.contains("fill-opacity")).expect("a tint");
    rule.split("fill-opacity:")
        .nth(1)
        .and_then(|rest| rest.split('}').next())
        .expect("its value")
        .parse()
        .expect("a number")
}

fn over(front: Rgb, opacity: f64, back: Rgb) -> Rgb {
    [0, 1, 2].map(|i| front[i] * opacity + back[i] * (1.0 - opacity))
}

#[test]
fn texts_and_marks_stand_out_in_every_theme() {
    for theme in 0..3 {
        for back in ["bg", "paper"].map(|name| colour(theme, name)) {
            for text in ["ink", "mut", "good", "bad", "accent"] {
                let found = contrast(colour(theme, text), back);
                assert!(found >= 4.5, "{text} in theme {theme}: {found:.2}");
            }
            for mark in ["ac", "py", "good", "bad"] {
                let found = contrast(colour(theme, mark), back);
                assert!(found >= 3.0, "{mark} in theme {theme}: {found:.2}");
            }
        }
    }
}

#[test]
fn numbers_can_be_read_on_every_tint() {
    for theme in 0..3 {
        for (step, name) in [(1, "good"), (2, "good"), (3, "good"), (-1, "bad"), (-2, "bad"), (-3, "bad")] {
            let class = Ink::class_of((0, 0, Ink::heat(step) as u8));
            let tint = over(colour(theme, name), opacity(class), colour(theme, "bg"));
            let found = contrast(colour(theme, "ink"), tint);
            assert!(found >= 4.5, "{class} in theme {theme}: {found:.2}");
        }
    }
}

#[test]
fn good_and_bad_differ_for_every_eye() {
    for theme in 0..3 {
        for (name, vision) in VISIONS {
            let found = distance(vision, colour(theme, "good"), colour(theme, "bad"));
            assert!(found >= 60.0, "{name} in theme {theme}: {found:.0}");
        }
    }
}

#[test]
fn the_measures_agree_with_known_pairs() {
    let (blue, orange) = (colour(0, "good"), colour(0, "bad"));
    assert!((contrast(blue, [1.0; 3]) - 6.44).abs() < 0.01);
    let found = VISIONS.map(|(_, vision)| distance(vision, blue, orange).round());
    assert_eq!(found, [106.0, 87.0, 102.0, 94.0]);
}

#[test]
fn every_class_has_a_rule() {
    let inks = (0..=u8::MAX).map(|n| Ink::class_of((0, 0, n))).filter(|class| !class.is_empty());
    for class in inks.flat_map(|classes| classes.split(' ')) {
        // Numbers and names in plain ink need no rule of their own.
        let plain = matches!(class, "name");
        assert!(plain || CSS.contains(&format!(".{class}")), "{class}");
    }
    assert_eq!(Ink::class_of((0, 0, Ink::variance(Impact::Bad, super::Fill::Forecast) as u8)), "bad fc");
}
