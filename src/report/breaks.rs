//! Where pages break, for every format that has pages. Measures are lines of text or points, as the format has them.

/// What no page break may fall into.
#[derive(Clone, Copy, Debug, Default)]
pub struct Slab {
    pub height: usize,
    /// Kept free before it, unless it begins a page.
    pub space: usize,
    /// Whether the next slab must stand on the same page.
    pub holds_next: bool,
    /// The height of what is said again above it if it begins a page: the head of its table. At most half a page.
    pub again: usize,
}

/// Where a slab stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub page: usize,
    pub top: usize,
    /// Whether what is said again stands above it, at the head of the page.
    pub again: bool,
}

/// The places of slabs on pages of a height, of which none is higher than half a page.
pub fn places(slabs: &[Slab], height: usize) -> Vec<Place> {
    let (mut page, mut used) = (0, 0);
    let place = |(i, slab): (usize, &Slab)| {
        if used > 0 && used + group_height(&slabs[i..], height) > height {
            (page, used) = (page + 1, 0);
        }
        let again = used == 0 && slab.again > 0;
        let top = if used == 0 { slab.again } else { used + slab.space };
        used = top + slab.height;
        Place { page, top, again }
    };
    slabs.iter().enumerate().map(place).collect()
}

/// The height of the first slab and of those that it holds, as far as they fit on one page.
fn group_height(slabs: &[Slab], height: usize) -> usize {
    let mut sum = 0;
    for slab in slabs {
        let higher = sum + slab.space + slab.height;
        if sum > 0 && higher > height {
            break;
        }
        sum = higher;
        if !slab.holds_next {
            break;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HEIGHT: usize = 40;

    fn slab() -> impl Strategy<Value = Slab> {
        (1..=HEIGHT / 2, 0usize..4, proptest::bool::weighted(0.3), 0usize..6)
            .prop_map(|(height, space, holds_next, again)| Slab { height, space, holds_next, again })
    }

    proptest! {
        #[test]
        fn nothing_overlaps_or_leaves_its_page(slabs in proptest::collection::vec(slab(), 1..60)) {
            let places = places(&slabs, HEIGHT);
            let mut end = (0, 0);
            for (slab, place) in slabs.iter().zip(&places) {
                let begins = place.page > end.0 || end == (0, 0);
                prop_assert!(place.page == end.0 || place.page == end.0 + 1);
                prop_assert_eq!(place.top, if begins { slab.again } else { end.1 + slab.space });
                prop_assert_eq!(place.again, begins && slab.again > 0);
                end = (place.page, place.top + slab.height);
                prop_assert!(end.1 <= HEIGHT);
            }
        }

        #[test]
        fn what_is_held_stands_with_what_holds_it(slabs in proptest::collection::vec(slab(), 2..60)) {
            let places = places(&slabs, HEIGHT);
            for (i, pair) in places.windows(2).enumerate() {
                if !slabs[i].holds_next || pair[0].page == pair[1].page {
                    continue;
                }
                // Only where the whole chain, from where it can begin a page, is higher than a page.
                let first = (0..i).rev().take_while(|&j| slabs[j].holds_next).last().unwrap_or(i);
                let last = (i + 1..slabs.len()).find(|&j| !slabs[j].holds_next).unwrap_or(slabs.len() - 1);
                let chain = slabs[first..=last].iter().map(|s| s.space + s.height).sum::<usize>() + slabs[first].again;
                prop_assert!(chain > HEIGHT, "slabs {first} to {last} would fit");
            }
        }
    }
}
