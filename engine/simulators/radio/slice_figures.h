#pragma once
// What a network slice needs and gets in one radio cell. Shares are of the cell's resources in that direction; how they are divided:
// link/slice_shares.h, where needs come from: cell_slices.h.
#include "engine/core/describe.h"
#include "engine/core/table.h"
#include "engine/park/radio_inventory.h"

namespace parktwin::radio {

struct SliceDirection {
  double offered_mbit_s = 0.0;
  double carried_mbit_s = 0.0;
  double needed_share = 0.0;  ///< by traffic within reach; may exceed 1
  double given_share = 0.0;
  double short_share = 0.0;   ///< needed but not given
  double capped_share = 0.0;  ///< the part of it that the slice's own highest share denies, of what one cell has
};

template <class Visitor, DescribedAs<SliceDirection> Self>
void describe(Visitor&& visit, Self& direction) {
  visit(Field{"offered_mbit_s", "Mbit/s", "traffic on the cell's ground"}, direction.offered_mbit_s);
  visit(Field{"carried_mbit_s", "Mbit/s", "what of it the slice carries"}, direction.carried_mbit_s);
  visit(Field{"needed_share", "1", "share of the cell that the traffic within reach needs"}, direction.needed_share);
  visit(Field{"given_share", "1", "share of the cell that the slice gets"}, direction.given_share);
  visit(Field{"short_share", "1", "share of the cell needed but not given"}, direction.short_share);
  visit(Field{"capped_share", "1", "part of it that the slice's own highest share denies"}, direction.capped_share);
}

struct SliceFigures {
  Id<RadioCell> cell;
  Id<NetworkSlice> slice;  ///< none: traffic that no slice carries, with neither guarantee nor limit, of weight 1
  double guaranteed_share = 0.0;
  bool overcommitted = false;  ///< guarantees of the slices with traffic in this cell add up to more than the cell
  bool falls_short = false;    ///< in either direction, by more than a millionth of the cell
  SliceDirection down;
  SliceDirection up;
};

template <class Visitor, DescribedAs<SliceFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"cell", "", "radio cell"}, figures.cell);
  visit(Field{"slice", "", "network slice; empty: traffic that no slice carries"}, figures.slice);
  visit(Field{"guaranteed_share", "1", "share of the cell guaranteed to it"}, figures.guaranteed_share);
  visit(Field{"overcommitted", "", "guarantees of slices with traffic here exceed the cell and are cut by one factor"},
        figures.overcommitted);
  visit(Field{"falls_short", "", "it needs more than it gets, in either direction"}, figures.falls_short);
  visit(Field{"down", "", "downlink"}, figures.down);
  visit(Field{"up", "", "uplink"}, figures.up);
}

}  // namespace parktwin::radio
