#include "viz/scene/legends.h"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "viz/scene/difference.h"
#include "viz/scene/map_drape.h"
#include "viz/scene/wording.h"

namespace parktwin::viz {
namespace {

std::string number(double value) {
  std::ostringstream text;
  text << value;
  std::string result = text.str();
  if (result.front() == '-') result.replace(0, 1, "−");
  return result;
}

Legend scale_legend(const std::string& title, const ValueRange& range, double step) {
  Legend legend{title, {}, true};
  for (double value = range.high; value >= range.low - 1e-9; value -= step) {
    std::string text = number(value);
    if (value == range.high) text = "≥ " + text;
    if (value <= range.low + 1e-9) text = "≤ " + text;
    legend.entries.push_back({scale_colour(range.position(value)), text});
  }
  return legend;
}

bool holds_pixel(const Drape& drape, const Colour& colour) {
  const auto wanted = to_bytes(colour);
  return std::any_of(drape.pixels.begin(), drape.pixels.end(), [&](const auto& pixel) {
    return pixel[0] == wanted[0] && pixel[1] == wanted[1] && pixel[2] == wanted[2] && pixel[3] != 0;
  });
}

Legend use_legend(const Park& park, const Palette& palette, Language language) {
  Legend legend{phrase::buildings.in(language), {}, false};
  for (const auto& [use, name] : names_of(BuildingUse{})) {
    const bool present =
        std::any_of(park.buildings->begin(), park.buildings->end(), [use = use](const Building& b) { return b.use == use; });
    if (present) legend.entries.push_back({palette.building(use), phrase_of(use).in(language)});
  }
  return legend;
}

Legend ground_legend(const Park& park, const Palette& palette, Language language) {
  Legend legend{phrase::ground.in(language), {}, false};
  if (!park.parcels->empty()) legend.entries.push_back({palette.parcel(), phrase::parcel.in(language)});
  for (const auto& [kind, name] : names_of(ZoneKind{})) {
    const bool present = std::any_of(park.zones->begin(), park.zones->end(), [kind = kind](const Zone& z) { return z.kind == kind; });
    if (present) legend.entries.push_back({palette.zone(kind), phrase_of(kind).in(language)});
  }
  return legend;
}

Legend equipment_legend(const Park& park, const Scene& scene, const Palette& palette, Language language) {
  Legend legend{phrase::equipment.in(language), {}, false};
  const auto any_site = [&](bool operational) {
    return std::any_of(park.radio_sites->begin(), park.radio_sites->end(),
                       [=](const RadioSite& s) { return s.operational == operational; });
  };
  if (any_site(true)) legend.entries.push_back({palette.antenna(true), phrase::site_on.in(language)});
  if (any_site(false)) legend.entries.push_back({palette.antenna(false), phrase::site_off.in(language)});
  const auto drawn = [&](const char* name) {
    return std::any_of(scene.meshes.begin(), scene.meshes.end(), [=](const Mesh& mesh) { return mesh.name == name && !mesh.veil; });
  };
  if (drawn("ducts")) legend.entries.push_back({palette.duct(), phrase::duct.in(language)});
  if (drawn("power_lines")) legend.entries.push_back({palette.power_line(true), phrase::power_cable.in(language)});
  if (drawn("network_nodes")) legend.entries.push_back({palette.network_node(true), phrase::network_device.in(language)});
  if (scene.drape) return legend;
  if (drawn("solar")) legend.entries.push_back({palette.solar(), phrase::solar.in(language)});
  if (!park.site->boundary.polygons.empty()) legend.entries.push_back({palette.boundary(), phrase::boundary.in(language)});
  return legend;
}

void add_map_legends(const Drape& drape, const SceneOptions& options, std::vector<Legend>& legends) {
  const Language language = options.language;
  Legend areas{(options.layer == Layer::unserved ? phrase::public_area : phrase::marked_areas).in(language), {}, false};
  if (options.layer == Layer::rsrp) legends.push_back(scale_legend("SS-RSRP (dBm)", rsrp_range, 10.0));
  if (options.layer == Layer::sinr) legends.push_back(scale_legend("SS-SINR (dB)", sinr_range, 10.0));
  if (options.layer == Layer::rsrq) legends.push_back(scale_legend("SS-RSRQ (dB)", rsrq_range, 5.0));
  if (options.layer == Layer::throughput_down) legends.push_back(scale_legend("Mbit/s", throughput_range, 200.0));
  if (options.layer == Layer::best_server)
    legends.push_back({phrase_of(options.layer).in(language), {{distinct_colour(0), phrase::one_colour_per_cell.in(language)}}, false});
  if (options.layer == Layer::unserved) {
    areas.entries.push_back({map_colour::by_radio(), phrase::served_by_radio.in(language)});
    areas.entries.push_back({map_colour::by_wired(), phrase::served_by_wired.in(language)});
  }
  if (options.layer == Layer::unserved || options.layer == Layer::rsrp)
    areas.entries.push_back({map_colour::unserved(), phrase::unserved.in(language)});
  if (options.layer != Layer::unserved && holds_pixel(drape, map_colour::no_signal())) {
    areas.entries.push_back({map_colour::no_signal(), phrase::no_signal.in(language)});
  }
  if (!areas.entries.empty()) legends.push_back(areas);
}

}  // namespace

std::string subtitle_of(const Park& park, const Results* results, const SceneOptions& options) {
  const Language language = options.language;
  std::string text = options.underground ? phrase::below_ground.in(language) : phrase_of(options.layer).in(language);
  if (options.underground && options.layer != Layer::none) text += "  ·  " + phrase_of(options.layer).in(language);
  if (options.layer != Layer::none && options.before != nullptr) text += ", " + phrase::change.in(language);
  if (options.layer != Layer::none && results != nullptr && !results->radio.rsrp_dbm.empty()) {
    text += "  ·  " + number(results->radio.rsrp_dbm.frame.cell_size) + " " + phrase::resolution.in(language);
  }
  if (!park.site->data_date.empty()) text += "  ·  " + phrase::inventory_of.in(language) + " " + park.site->data_date;
  return text;
}

std::vector<Legend> legends_of(const Park& park, const Scene& scene, const Palette& palette, const SceneOptions& options) {
  std::vector<Legend> legends;
  if (scene.drape && options.before != nullptr) {
    legends.push_back(difference_legend(options.layer, options.language));
  } else if (scene.drape) {
    add_map_legends(*scene.drape, options, legends);
  } else if (!options.underground) {
    legends.push_back(use_legend(park, palette, options.language));
    legends.push_back(ground_legend(park, palette, options.language));
  }
  legends.push_back(equipment_legend(park, scene, palette, options.language));
  std::erase_if(legends, [](const Legend& legend) { return legend.entries.empty(); });
  return legends;
}

}  // namespace parktwin::viz
