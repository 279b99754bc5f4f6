#include "viz/scene/place_name.h"

namespace parktwin::viz {
namespace {

/// Results of another hand may name a record that the park lacks.
template <class T>
const T& record_or_blank(const Table<T>& records, Id<T> id) {
  static const T blank{};
  return id.valid() && id.index() < records.size() ? records[id] : blank;
}

}  // namespace

std::string chinese_name(const radio::answers::UnservedPlace& place, const Park& park) {
  const Building& building = record_or_blank(*park.buildings, place.building);
  if (!building.name.empty()) return building.name_zh;
  const Zone& zone = record_or_blank(*park.zones, place.zone);
  return zone.id.empty() ? record_or_blank(*park.enterprises, place.enterprise).name_zh : zone.name_zh;
}

}  // namespace parktwin::viz
