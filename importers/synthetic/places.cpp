#include "importers/synthetic/places.h"

namespace parktwin::importers::synthetic {

Point front_of(const Lot& lot) {
  const Rect& area = lot.area;
  switch (lot.front) {
    case Side::south:
      return {area.centre().x, area.y0};
    case Side::east:
      return {area.x1, area.centre().y};
    case Side::north:
      return {area.centre().x, area.y1};
    case Side::west:
      return {area.x0, area.centre().y};
  }
  return area.centre();
}

Places collect_places(const Draft& draft, const std::vector<SitePlan>& sites) {
  Places places;
  for (const auto& lot : draft.lots()) places.points.push_back(front_of(lot));
  places.lot_count = places.points.size();
  for (const auto& site : sites) {
    // A roof site is reached from its lot's front.
    places.points.push_back(site.kind == SiteKind::macro_roof ? front_of(draft.lots()[draft.building_plans[site.building].lot]) : site.at);
  }
  places.site_count = sites.size();
  for (std::size_t line = 0; line < draft.grid.columns.size(); ++line) {
    for (std::size_t row = 0; row <= draft.grid.rows_at_line(line); ++row)
      places.points.push_back({draft.grid.columns[line], draft.grid.rows[row]});
  }
  return places;
}

}  // namespace parktwin::importers::synthetic
