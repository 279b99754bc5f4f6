#include "engine/run/data_centre_room.h"

#include <algorithm>

#include "engine/core/check.h"

namespace parktwin {

using cloud::data_centre::Resource;

DataCentreRoom::DataCentreRoom(const cloud::data_centre::Result& centres) {
  for (const auto& figures : centres.resources) {
    const double left = std::max(0.0, figures.capacity - figures.demand_today);
    if (figures.resource == Resource::cores) left_[figures.centre].virtual_cores = left;
    if (figures.resource == Resource::storage) left_[figures.centre].storage_tb = left;
  }
}

Room DataCentreRoom::left_in(Id<DataCentre> centre) const {
  const auto found = left_.find(centre);
  return found == left_.end() ? Room{} : found->second;
}

void DataCentreRoom::take(Id<DataCentre> centre, const Room& room) {
  const auto found = left_.find(centre);
  PARKTWIN_CHECK(found != left_.end() && found_share(found->second, room) == 1.0, "room that a data centre does not have");
  found->second.virtual_cores -= room.virtual_cores;
  found->second.storage_tb -= room.storage_tb;
}

double found_share(const Room& left, const Room& needed) {
  const auto part = [](double there, double asked) { return asked > 0.0 ? std::min(1.0, there / asked) : 1.0; };
  return std::min(part(left.virtual_cores, needed.virtual_cores), part(left.storage_tb, needed.storage_tb));
}

}  // namespace parktwin
