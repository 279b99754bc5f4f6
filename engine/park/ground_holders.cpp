#include "engine/park/ground_holders.h"

#include "engine/core/parallel.h"

namespace parktwin {
namespace {

std::int32_t index_of(Id<Enterprise> enterprise) {
  return enterprise.valid() ? static_cast<std::int32_t>(enterprise.index()) : held_by_none;
}

}  // namespace

GroundHolders::GroundHolders(const Park& park, const GridFrame& frame, std::vector<std::int32_t> building)
    : building_(std::move(building)) {
  PARKTWIN_CHECK(building_.size() == frame.size(), "one building per cell of the frame");
  parallel_for(2, [&](std::size_t task) {
    if (task == 0) {
      zone_ = first_holders(frame, *park.zones);
    } else {
      parcel_ = first_holders(frame, *park.parcels);
    }
  });
  for (const auto& each : *park.buildings) {
    enterprise_of_building_.push_back(index_of(each.enterprise));
    is_public_building_.push_back(each.is_public ? 1 : 0);
  }
  for (const auto& parcel : *park.parcels) enterprise_of_parcel_.push_back(index_of(parcel.enterprise));
  for (const auto& zone : *park.zones) is_public_zone_.push_back(is_public_ground(zone) ? 1 : 0);
}

}  // namespace parktwin
