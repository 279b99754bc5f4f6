#include "viz/report/place_name.h"

#include "viz/report/table_json.h"

namespace parktwin::viz::report {

std::string chinese_name(const radio::answers::UnservedPlace& place, const Park& park) {
  const Building& building = record_or_blank(*park.buildings, place.building);
  if (!building.name.empty()) return building.name_zh;
  const Zone& zone = record_or_blank(*park.zones, place.zone);
  return zone.id.empty() ? record_or_blank(*park.enterprises, place.enterprise).name_zh : zone.name_zh;
}

}  // namespace parktwin::viz::report
