#include "viz/twin/twin.h"

#include <algorithm>
#include <map>

#include "engine/core/check.h"
#include "engine/core/parallel.h"
#include "viz/scene/building_meshes.h"
#include "viz/scene/buried_meshes.h"
#include "viz/scene/equipment_meshes.h"
#include "viz/scene/labels.h"
#include "viz/scene/land_meshes.h"
#include "viz/scene/legends.h"
#include "viz/scene/map_drape.h"
#include "viz/scene/object_record.h"
#include "viz/scene/shadows.h"
#include "viz/scene/wording.h"
#include "viz/twin/byte_planes.h"
#include "viz/twin/packed_map.h"

namespace parktwin::viz::twin {
namespace {

constexpr std::array languages{Language::en, Language::zh};

bool draped(const std::string& mesh) {
  return mesh == "park_ground" || mesh == "parcels" || mesh.ends_with("_zones") || mesh == "roads" || mesh == "water" ||
         mesh == "road_markings" || mesh == "zone_outlines" || mesh == "boundary" || mesh == "shadows";
}

std::vector<Mesh> all_meshes(const Park& park, const Ground& ground, const Palette& palette) {
  const Box extent = park_extent(park);
  const double side = std::max(extent.high.x - extent.low.x, extent.high.y - extent.low.y);
  std::vector<Mesh> meshes = land_meshes(park, ground, palette);
  meshes.insert(meshes.begin(), ground_mesh(ground, extent, palette));
  for (Mesh& mesh :
       std::vector<Mesh>{building_mesh(park, ground, palette, BuildingDetail::hull),
                         shows_facades(park) ? building_mesh(park, ground, palette, BuildingDetail::facade) : Mesh{},
                         pipe_gallery_mesh(park, ground, palette), solar_mesh(park, ground, palette), tree_mesh(park, ground, palette),
                         mast_mesh(park, ground, palette, side), shows_facades(park) ? shadow_mesh(park, ground, palette) : Mesh{},
                         duct_mesh(park, ground, palette, side), power_line_mesh(park, ground, palette, side),
                         network_node_mesh(park, ground, palette, side)}) {
    if (!mesh.triangles.empty()) meshes.push_back(std::move(mesh));
  }
  return meshes;
}

Json bounds_of(const Park& park, const Ground& ground) {
  const Box extent = park_extent(park);
  double low = ground.height(extent.low);
  double high = low;
  for (const Building& building : *park.buildings) {
    const BuildingLevels levels = levels_of(building, ground);
    low = std::min(low, levels.foot);
    high = std::max(high, levels.roof);
  }
  return {{extent.low.x, extent.low.y, low}, {extent.high.x, extent.high.y, high}};
}

Json labels_json(const Park& park, const Ground& ground) {
  Json labels;
  for (const Language language : languages) {
    Json& list = labels[std::string(name_of(language))] = Json::array();
    for (const Label& label : labels_of(park, ground, language)) {
      list.push_back({{"at", label.position}, {"text", label.text}, {"rank", label.rank}});
    }
  }
  return labels;
}

Json legends_json(const std::vector<Legend>& legends) {
  Json list = Json::array();
  for (const Legend& legend : legends) {
    Json entries = Json::array();
    for (const LegendEntry& entry : legend.entries) entries.push_back({to_bytes(entry.colour), entry.text});
    list.push_back({{"title", legend.title}, {"continuous", legend.continuous}, {"entries", std::move(entries)}});
  }
  return list;
}

/// Meshes whose objects can be picked; "roads" stands for all zones, "buildings" for pipe galleries too.
constexpr std::array picked{"buildings", "masts", "solar", "parcels", "roads", "ducts", "power_lines", "network_nodes"};

Packed records_of_all(const Park& park) {
  Json records;
  for (const char* mesh : picked) records[mesh] = records_of(park, mesh);
  Packed packed;
  packed.bytes = records.dump(-1, ' ', false, Json::error_handler_t::replace);
  packed.head["records"] = packed.bytes.size();
  return packed;
}

/// Nothing where the run does not have the layer.
struct DrawnLayer {  // NOLINT(bugprone-exception-escape): as Packed
  std::optional<NumberedMap> map;
  std::optional<Packed> packed;  ///< none for a map that an earlier state has
  std::size_t item = 0;          ///< of that state's map
  Json legends;
};

class Writer {
 public:
  explicit Writer(const Options& options) : options_(options) {}

  Packed write(std::span<const State> states) {
    Packed twin;
    twin.head["states"] = Json::array();
    for (const State& state : states) twin.head["states"].push_back(state_json(state));
    twin.head["items"] = std::move(items_);
    twin.head["legends"] = std::move(legends_);
    twin.head["layers"] = Json::array();
    for (const auto& [layer, name] : names_of(Layer{})) {
      if (!twin.head["legends"].contains(name)) continue;
      const auto scale = scale_of(layer);
      const Phrase phrase = phrase_of(layer);
      twin.head["layers"].push_back({{"id", std::string(name)},
                                     {"title", {{"en", std::string(phrase.en)}, {"zh", std::string(phrase.zh)}}},
                                     {"unit", scale ? std::string(scale->unit) : ""}});
    }
    const auto background = to_bytes(Palette(false).background());
    twin.head["background"] = {background[0], background[1], background[2]};
    twin.head["size"] = bytes_.size();
    twin.bytes = deflated(bytes_);
    return twin;
  }

 private:
  std::size_t add(Packed packed) {
    const auto [at, added] = known_.emplace(packed.head.dump() + '\n' + packed.bytes, items_.size());
    if (added) {
      packed.head["at"] = bytes_.size();
      bytes_ += packed.bytes;
      items_.push_back(std::move(packed.head));
    }
    return at->second;
  }

  std::size_t add_map(Layer layer, DrawnLayer&& drawn) {
    if (!drawn.packed) return drawn.item;
    const std::size_t item = add(std::move(*drawn.packed));
    earlier_[layer].push_back({std::move(*drawn.map), item});
    return item;
  }

  Json state_json(const State& state) {
    const Park& park = *state.park;
    const Ground ground = ground_under(park);
    Json json = {{"title", {{"en", state.title_en}, {"zh", state.title_zh}}}, {"run", state.run}};
    json["meshes"] = meshes_json(park, ground);
    const Json bounds = bounds_of(park, ground);
    json["low"] = bounds[0];
    json["high"] = bounds[1];
    json["labels"] = labels_json(park, ground);
    json["records"] = add(records_of_all(park));
    json["left_out"] = shows_facades(park) ? Json::array() : Json{"facades", "shadows"};
    json["maps"] = Json::object();
    const bool solar = !solar_mesh(park, ground, Palette(false)).triangles.empty();
    std::array<DrawnLayer, names_of(Layer{}).size()> drawn;
    parallel_for(drawn.size(), [&](std::size_t i) { drawn[i] = draw(state, names_of(Layer{})[i].value, solar); });
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      const std::string name(names_of(Layer{})[i].name);
      if (drawn[i].map) json["maps"][name] = add_map(names_of(Layer{})[i].value, std::move(drawn[i]));
      if (!drawn[i].legends.is_null()) legends_[name] = std::move(drawn[i].legends);
    }
    return json;
  }

  Json meshes_json(const Park& park, const Ground& ground) {
    std::array<std::vector<Mesh>, 2> both;
    parallel_for(2, [&](std::size_t i) { both[i] = all_meshes(park, ground, Palette(i == 1)); });
    const auto& [plain, muted] = both;
    const auto find = [](const std::vector<Mesh>& meshes, const std::string& name) {
      const auto found = std::find_if(meshes.begin(), meshes.end(), [&](const Mesh& mesh) { return mesh.name == name; });
      return found == meshes.end() ? nullptr : &*found;
    };
    Json numbers = Json::array();
    const auto sun = sun_direction();
    const GridFrame& frame = ground.frame();
    const auto lies = [&](const Mesh& mesh) { return draped(mesh.name) ? &ground : nullptr; };
    for (const Mesh& mesh : plain) {
      Packed packed = packed_mesh(&mesh, find(muted, mesh.name), sun, lies(mesh));
      if (mesh.name == "ground") {
        packed.head["grid"] = {{"columns", frame.columns}, {"rows", frame.rows}, {"cell", frame.cell_size}};
        packed.head["grid"]["origin"] = {frame.origin.x, frame.origin.y};
      }
      numbers.push_back(add(std::move(packed)));
    }
    for (const Mesh& mesh : muted) {
      if (find(plain, mesh.name) == nullptr) numbers.push_back(add(packed_mesh(nullptr, &mesh, sun, lies(mesh))));
    }
    return numbers;
  }

  [[nodiscard]] DrawnLayer draw(const State& state, Layer layer, bool solar) const {
    DrawnLayer drawn;
    if (layer == Layer::rsrq) return drawn;  // says of a place what RSRP and SINR say
    Scene named;                             // legends ask a scene only for its map and for the names of its meshes
    if (state.results != nullptr) named.drape = map_drape(*state.park, *state.results, layer);
    if (!named.drape && layer != Layer::none) return drawn;
    if (named.drape) pack(drawn, numbered_map(*named.drape, layer, options_.largest_map_side), layer);
    if (solar) named.meshes.emplace_back().name = "solar";
    for (const Language language : languages) {
      const auto legends = legends_of(*state.park, named, Palette(named.drape.has_value()), {layer, language});
      drawn.legends[std::string(name_of(language))] = legends_json(legends);
    }
    return drawn;
  }

  void pack(DrawnLayer& drawn, NumberedMap map, Layer layer) const {
    const auto known = earlier_.find(layer);
    const auto earlier = known == earlier_.end() ? std::span<const EarlierMap>() : std::span(known->second);
    const auto same = std::find_if(earlier.begin(), earlier.end(),
                                   [&](const EarlierMap& one) { return one.map.head == map.head && one.map.numbers == map.numbers; });
    if (same == earlier.end()) {
      drawn.packed = packed_map(map, earlier);
    } else {
      drawn.item = same->item;
    }
    drawn.map = std::move(map);
  }

  Options options_;
  std::map<Layer, std::vector<EarlierMap>> earlier_;
  std::string bytes_;
  Json items_ = Json::array();
  Json legends_ = Json::object();
  std::map<std::string, std::size_t> known_;
};

}  // namespace

Packed packed_twin(std::span<const State> states, const Options& options) {
  PARKTWIN_CHECK(!states.empty(), "a twin without a state");
  return Writer(options).write(states);
}

}  // namespace parktwin::viz::twin
