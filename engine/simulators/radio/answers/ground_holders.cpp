#include "engine/simulators/radio/answers/ground_holders.h"

#include <utility>

#include "engine/core/parallel.h"

namespace parktwin::radio::answers {
namespace {

template <class Record>
std::vector<std::int32_t> first_holders(const GridFrame& frame, const Table<Record>& table) {
  std::vector<std::int32_t> holder(frame.size(), held_by_none);
  std::int32_t number = 0;
  for (const Record& record : table) {
    for_each_run(frame, record.shape, [&](std::int32_t row, std::int32_t begin, std::int32_t end) {
      for (std::size_t cell = frame.index(begin, row); cell < frame.index(end, row); ++cell) {
        if (holder[cell] == held_by_none) holder[cell] = number;
      }
    });
    ++number;
  }
  return holder;
}

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
  for (const auto& zone : *park.zones) is_public_zone_.push_back(zone.is_public && zone.kind != ZoneKind::water ? 1 : 0);
}

}  // namespace parktwin::radio::answers
