#include "engine/criteria/land_runs.h"

#include "engine/criteria/ground.h"
#include "engine/park/ground_holders.h"

namespace parktwin::criteria {
namespace {

/// Joins cells that follow each other along a row.
class RunWriter {
 public:
  RunWriter(const Grid<std::uint8_t>& place, std::vector<OwnedRun>& runs) : place_(&place), runs_(&runs) {}

  void begin_row() { open_ = false; }
  void add(std::size_t cell, std::int32_t owner) {
    const bool outdoors = is_outdoor(place_->values[cell]);
    const auto at = static_cast<std::uint32_t>(cell);
    if (open_ && runs_->back().end == at && runs_->back().owner == owner && runs_->back().outdoors == outdoors) {
      ++runs_->back().end;
    } else {
      runs_->push_back({at, at + 1, owner, outdoors});
    }
    open_ = true;
  }

 private:
  const Grid<std::uint8_t>* place_;
  std::vector<OwnedRun>* runs_;
  bool open_ = false;
};

/// owner_of(cell) for each cell inside the boundary; no_owner is left out unless `with_ownerless`.
template <class OwnerOf>
std::vector<OwnedRun> runs_by_cell(const Grid<std::uint8_t>& place, bool with_ownerless, OwnerOf&& owner_of) {
  std::vector<OwnedRun> runs;
  RunWriter writer(place, runs);
  for (std::int32_t row = 0; row < place.frame.rows; ++row) {
    writer.begin_row();
    for (std::size_t cell = place.frame.index(0, row); cell < place.frame.index(0, row + 1); ++cell) {
      if (!inside_park(place.values[cell])) continue;
      const std::int32_t owner = owner_of(cell);
      if (owner != no_owner || with_ownerless) writer.add(cell, owner);
    }
  }
  return runs;
}

template <class Shape>
void add_premises(const Grid<std::uint8_t>& place, const Shape& shape, std::int32_t enterprise, std::vector<OwnedRun>& runs) {
  const std::size_t before = runs.size();
  RunWriter writer(place, runs);
  for_each_park_cell(place, shape, [&](std::size_t cell) { writer.add(cell, enterprise); });
  if (runs.size() > before) return;
  const Point centre = centroid(shape);
  const std::int32_t column = place.frame.column_of(centre.x);
  const std::int32_t row = place.frame.row_of(centre.y);
  if (place.frame.holds(column, row) && inside_park(place.at(column, row))) writer.add(place.frame.index(column, row), enterprise);
}

std::vector<OwnedRun> premises_runs(const Grid<std::uint8_t>& place, const Park& park) {
  std::vector<OwnedRun> runs;
  std::vector<std::uint8_t> has_building(park.enterprises->size());
  for (const auto& building : *park.buildings) {
    if (!building.enterprise.valid()) continue;
    has_building[building.enterprise.index()] = 1;
    add_premises(place, building.footprint, static_cast<std::int32_t>(building.enterprise.index()), runs);
  }
  for (const auto& parcel : *park.parcels) {
    if (!parcel.enterprise.valid() || has_building[parcel.enterprise.index()] != 0) continue;
    add_premises(place, parcel.shape, static_cast<std::int32_t>(parcel.enterprise.index()), runs);
  }
  return runs;
}

}  // namespace

LandRuns land_runs(const Grid<std::uint8_t>& place, const Park& park) {
  PARKTWIN_CHECK(place.values.size() < std::numeric_limits<std::uint32_t>::max(), "more map cells than a run can number");
  LandRuns runs;
  const auto owner = ground_owner(place, park);
  runs.park = runs_by_cell(place, true, [&](std::size_t cell) { return owner.values[cell]; });
  const auto open = public_owner(place, park);
  runs.open_to_public = runs_by_cell(place, false, [&](std::size_t cell) { return open.values[cell]; });
  const auto parcel = first_holders(place.frame, *park.parcels, [](const Parcel& each) { return each.enterprise.valid(); });
  const std::int32_t first_parcel = OwnerNumbers(park).first_parcel;
  runs.parcels =
      runs_by_cell(place, false, [&](std::size_t cell) { return parcel[cell] == held_by_none ? no_owner : first_parcel + parcel[cell]; });
  runs.premises = premises_runs(place, park);
  return runs;
}

std::shared_ptr<const LandRuns> LandMemory::runs_of(const Grid<std::uint8_t>& place, const Park& park) {
  Hasher hasher;
  hasher.add(place);
  hasher.add(park.buildings);
  hasher.add(park.zones);
  hasher.add(park.parcels);
  hasher.add(park.enterprises->size());
  const ContentHash key = hasher.digest();
  if (runs_ == nullptr || key != key_) {
    runs_ = std::make_shared<const LandRuns>(land_runs(place, park));
    key_ = key;
  }
  return runs_;
}

}  // namespace parktwin::criteria
