#pragma once
// One measured point of a drive test, as importers give it and reports compare it with the model.
#include <optional>
#include <string>

#include "engine/core/describe.h"
#include "engine/core/geometry.h"
#include "engine/core/table.h"
#include "engine/core/units.h"
#include "engine/park/radio_inventory.h"

namespace parktwin::radio::calibration {

struct DriveTestPoint {
  Point position;      ///< in the park's local frame
  Id<RadioCell> cell;  ///< the cell that was measured
  Dbm rsrp;            ///< reference signal received power (SS-RSRP for NR), per resource element
  std::optional<Decibel> sinr;
  std::string time;  ///< as the source writes it; may be empty
};

template <class Visitor, DescribedAs<DriveTestPoint> Self>
void describe(Visitor&& visit, Self& point) {
  visit(Field{"position", "m", "where it was measured"}, point.position);
  visit(Field{"cell", "", "radio cell that was measured"}, point.cell);
  visit(Field{"rsrp_dbm", "dBm", "reference signal received power per resource element"}, point.rsrp);
  visit(Field{"sinr_db", "dB", "signal to interference and noise"}, point.sinr);
  visit(Field{"time", "", "when, as the source writes it"}, point.time);
}

}  // namespace parktwin::radio::calibration
