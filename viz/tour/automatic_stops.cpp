#include "viz/tour/automatic_stops.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "viz/scene/land_meshes.h"
#include "viz/scene/place_name.h"
#include "viz/tour/standard_pose.h"

namespace parktwin::viz::tour {
namespace {

using storage::SavedRun;

struct Caption {
  std::string title_en;
  std::string title_zh;
  std::string text_en;
  std::string text_zh;
};

class Stops {
 public:
  explicit Stops(const SavedRun& run) : run_(run), extent_(park_extent(run.park)), ground_(ground_under(run.park)) {
    size_ = std::max(extent_.high.x - extent_.low.x, extent_.high.y - extent_.low.y);
    middle_ = {(extent_.low.x + extent_.high.x) / 2.0, (extent_.low.y + extent_.high.y) / 2.0};
  }

  std::vector<Stop> list() {
    overview();
    if (!run_.results.radio.rsrp_dbm.empty()) {
      coverage();
      largest_gap();
      public_areas();
    }
    worst_failure();
    photovoltaics();
    return std::move(stops_);
  }

 private:
  void add(const Caption& caption, Layer layer, bool underground, const Pose& pose) {
    stops_.push_back({caption.title_en, caption.title_zh, caption.text_en, caption.text_zh, layer, underground, pose, {}});
  }

  [[nodiscard]] Pose whole_park(double azimuth_deg, double pitch_deg) const {
    return fitted({middle_, size_, azimuth_deg, pitch_deg}, run_.park, ground_);
  }

  void overview() {
    const auto met = std::count_if(run_.verdicts.begin(), run_.verdicts.end(),
                                   [](const auto& verdict) { return verdict.status == criteria::Status::met; });
    const std::size_t enterprises = run_.park.enterprises->size();
    const std::size_t buildings = run_.park.buildings->size();
    add({"The park", "园区全景",
         fmt::format("{} enterprises in {} buildings; {} of {} clauses are met.", enterprises, buildings, met, run_.verdicts.size()),
         fmt::format("{} 家企业，{} 栋建筑；{} 项条款中 {} 项达到。", enterprises, buildings, run_.verdicts.size(), met)},
        Layer::none, false, whole_park(20.0, 36.0));
  }

  void coverage() {
    const std::size_t sites = run_.park.radio_sites->size();
    const std::size_t cells = run_.park.radio_cells->size();
    add({"5G signal strength", "5G 信号强度",
         fmt::format("Received power on the ground from {} cells on {} sites; unserved public ground is marked.", cells, sites),
         fmt::format("{} 个基站、{} 个小区的地面接收功率；未覆盖的公共区域另行标出。", sites, cells)},
        Layer::rsrp, false, whole_park(0.0, 72.0));
  }

  void largest_gap() {
    const auto& places = run_.results.radio.unserved_places;
    if (places.empty()) return;
    const auto& place = places.front();
    const double distance = std::clamp(3.0 * std::sqrt(place.area_m2) + 250.0, 250.0, size_);
    const std::string name_zh = chinese_name(place, run_.park);
    add({"Largest place without service", "最大的未覆盖地点",
         fmt::format("{}: {:.0f} m² {} without 5G service.", place.name, place.area_m2, place.indoor ? "indoors" : "of ground"),
         fmt::format("{}：{:.0f} 平方米{}无 5G 服务。", name_zh.empty() ? place.name : name_zh, place.area_m2,
                     place.indoor ? "室内面积" : "地面")},
        Layer::sinr, false, {place.position, distance, 330.0, 42.0});
  }

  void public_areas() {
    add({"Public areas", "公共区域", "Which network serves the public areas, and which ground none does.",
         "公共区域由哪种网络覆盖，以及未覆盖之处。"},
        Layer::unserved, false, whole_park(340.0, 50.0));
  }

  void worst_failure() {
    const auto& failures = run_.results.wired.failures.failures;
    if (failures.empty() || run_.park.ducts->empty()) return;
    const auto& worst = failures.front();
    add({"Below the ground", "地下管网",
         fmt::format("Ducts and power cables. The most harmful single failure, {}, cuts {} enterprises off.", worst.id,
                     worst.enterprises.size()),
         fmt::format("管道与电力电缆。危害最大的单点故障 {} 使 {} 家企业断网。", worst.id, worst.enterprises.size())},
        Layer::none, true, {middle_, 0.75 * size_, 25.0, 48.0});
  }

  void photovoltaics() {
    const Generator* largest = nullptr;
    double total = 0.0;
    for (const Generator& generator : *run_.park.generators) {
      if (generator.kind != GeneratorKind::photovoltaic || !generator.building.valid()) continue;
      total += generator.rated_power.value();
      if (largest == nullptr || generator.rated_power.value() > largest->rated_power.value()) largest = &generator;
    }
    if (largest == nullptr) return;
    const double year = run_.results.energy.balance.pv_mwh;
    const bool told = std::isfinite(year) && year > 0.0;
    add({"Photovoltaics", "光伏",
         fmt::format("{:.0f} kW on roofs", total) + (told ? fmt::format("; all PV of the park feeds in {:.0f} MWh a year.", year) : "."),
         fmt::format("屋顶光伏 {:.0f} 千瓦", total) + (told ? fmt::format("；全园光伏年发电 {:.0f} 兆瓦时。", year) : "。")},
        Layer::none, false, {centroid((*run_.park.buildings)[largest->building].footprint), 420.0, 15.0, 38.0});
  }

  const SavedRun& run_;
  Box extent_;
  Ground ground_;
  double size_ = 0.0;
  Point middle_;
  std::vector<Stop> stops_;
};

}  // namespace

std::vector<Stop> automatic_stops(const SavedRun& run) { return Stops(run).list(); }

}  // namespace parktwin::viz::tour
