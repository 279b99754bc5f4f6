#include "viz/window/edits.h"

#include <algorithm>
#include <array>

namespace parktwin::viz::window {
namespace {

/// Lowest antennas on a roof: they must clear its edge.
constexpr double least_above_roof_m = 3.0;

double roof_under(const Park& park, const RadioSite& site) {
  return site.building.valid() ? (*park.buildings)[site.building].height.value() : 0.0;
}

/// The highest of the buildings that stand there.
Id<Building> building_at(const Park& park, Point at) {
  Id<Building> best;
  for (std::size_t i = 0; i < park.buildings->size(); ++i) {
    const Building& building = park.buildings->records()[i];
    if (building.footprint.outer.empty() || !contains(building.footprint, at)) continue;
    if (!best.valid() || building.height > (*park.buildings)[best].height) best = Id<Building>(i);
  }
  return best;
}

template <class Record>
Part<Table<Record>> with_other_state(const Table<Record>& table, const std::string& id, std::optional<EditKind>& kind) {
  auto records = table.records();
  for (Record& record : records) {
    if (record.id != id) continue;
    kind = record.operational ? EditKind::switched_off : EditKind::switched_on;
    record.operational = !record.operational;
  }
  return Part<Table<Record>>(Table<Record>(std::move(records)));
}

constexpr std::array<std::string_view, 4> switched{"masts", "network_nodes", "links", "power_lines"};

}  // namespace

bool can_be_switched(const std::string& mesh) { return std::find(switched.begin(), switched.end(), mesh) != switched.end(); }

std::vector<Edit> Edits::list() const {
  std::vector<Edit> edits;
  for (const Done& step : steps_) edits.push_back(step.edit);
  return edits;
}

bool Edits::move_site(const std::string& id, Point to, Step step) {
  const bool same_step =
      step == Step::goes_on && !steps_.empty() && steps_.back().edit.kind == EditKind::moved && steps_.back().edit.id == id;
  const Park& from = park();
  const Id<RadioSite> site = from.radio_sites->find(id);
  if (!site.valid()) return false;
  auto records = from.radio_sites->records();
  RadioSite& moved = records[site.index()];
  // Heights follow from where the site stood before the drag, or crossing a low roof would lower it for good.
  const Park& origin = same_step ? (steps_.size() > 1 ? steps_[steps_.size() - 2].after : before_) : from;
  const RadioSite& stood = (*origin.radio_sites)[site];
  const Id<Building> under = building_at(from, to);
  if (moved.inside && under != moved.building) return false;
  moved.position = to;
  if (!moved.inside) {
    const double above_ground = roof_under(origin, stood) + stood.height.value();
    moved.building = under;
    moved.height = under == stood.building
                       ? stood.height
                       : Metres(std::clamp(above_ground - roof_under(from, moved), under.valid() ? least_above_roof_m : 0.5, 300.0));
  }
  Park after = from;
  after.radio_sites = Part<Table<RadioSite>>(Table<RadioSite>(std::move(records)));
  if (same_step) {
    steps_.back().after = std::move(after);
  } else {
    steps_.push_back({{EditKind::moved, id}, std::move(after)});
  }
  return true;
}

bool Edits::toggle(const std::string& mesh, const std::string& id) {
  Park after = park();
  std::optional<EditKind> kind;
  if (mesh == "masts") after.radio_sites = with_other_state(*after.radio_sites, id, kind);
  if (mesh == "network_nodes") after.network_nodes = with_other_state(*after.network_nodes, id, kind);
  if (mesh == "links") after.network_links = with_other_state(*after.network_links, id, kind);
  if (mesh == "power_lines") after.power_lines = with_other_state(*after.power_lines, id, kind);
  if (!kind) return false;
  steps_.push_back({{*kind, id}, std::move(after)});
  return true;
}

bool Edits::undo() {
  if (steps_.empty()) return false;
  steps_.pop_back();
  return true;
}

}  // namespace parktwin::viz::window
