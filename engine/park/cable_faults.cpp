#include "engine/park/cable_faults.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace parktwin {
namespace {

constexpr std::string_view cables_table = "cables";
constexpr std::string_view links_table = "network_links";

/// From an end of one of them to the nearest point of the other: ducts join at their ends, or one ends along the other.
double gap_m(const LineString& a, const LineString& b) {
  return std::min(
      {distance(a, b.points.front()), distance(a, b.points.back()), distance(b, a.points.front()), distance(b, a.points.back())});
}

class Check {
 public:
  explicit Check(const Park& park)
      : ducts_(park.ducts->records()),
        cables_(park.cables->records()),
        nodes_(park.network_nodes->records()),
        links_(park.network_links->records()) {
    links_on_.resize(cables_.size());
    for (const NetworkLink& link : links_) {
      if (link.cable.valid() && link.cable.index() < cables_.size()) links_on_[link.cable.index()].push_back(&link);
    }
  }

  [[nodiscard]] std::vector<CableFault> faults() {
    for (std::size_t i = 0; i < cables_.size(); ++i) {
      check_fibres(i);
      if (!has_course(cables_[i])) continue;
      check_joints(cables_[i]);
      check_links(i, longest_lead_in);
    }
    return std::move(faults_);
  }

  [[nodiscard]] std::vector<CableFault> doubts() {
    for (std::size_t i = 0; i < cables_.size(); ++i) {
      const Cable& cable = cables_[i];
      if (links_on_[i].empty()) {
        faults_.push_back({cables_table, cable.id, "id", "is a cable that no link uses"});
      } else if (has_course(cable)) {
        doubt_ends(i);
        check_links(i, cable_end_tolerance);
      }
    }
    return std::move(faults_);
  }

 private:
  /// The ducts are recorded, and each has a path.
  [[nodiscard]] bool has_course(const Cable& cable) const {
    return !cable.ducts.empty() && std::all_of(cable.ducts.begin(), cable.ducts.end(), [&](Id<Duct> duct) {
      return duct.valid() && duct.index() < ducts_.size() && !path(duct).points.empty();
    });
  }

  [[nodiscard]] const LineString& path(Id<Duct> duct) const { return ducts_[duct.index()].path; }

  [[nodiscard]] const NetworkNode* node(Id<NetworkNode> id) const {
    return id.valid() && id.index() < nodes_.size() ? &nodes_[id.index()] : nullptr;
  }

  void check_fibres(std::size_t cable) {
    const auto carried = links_on_[cable].size();
    if (carried <= static_cast<std::size_t>(std::max(cables_[cable].fibres, 0))) return;
    faults_.push_back({cables_table, cables_[cable].id, "fibres",
                       fmt::format("found {}, expected at least {}: as many links use the cable", cables_[cable].fibres, carried)});
  }

  /// Reports every gap.
  void check_joints(const Cable& cable) {
    for (std::size_t i = 1; i < cable.ducts.size(); ++i) {
      const double apart_m = gap_m(path(cable.ducts[i - 1]), path(cable.ducts[i]));
      if (!(apart_m > duct_joint_tolerance.value())) continue;
      faults_.push_back(
          {cables_table, cable.id, "ducts",
           fmt::format("goes from {} to {}, which are {:.0f} m apart, expected ducts that join within {:.0f} m",
                       ducts_[cable.ducts[i - 1].index()].id, ducts_[cable.ducts[i].index()].id, apart_m, duct_joint_tolerance.value())});
    }
  }

  /// Reports nodes of its links that are further from its course than that.
  void check_links(std::size_t cable, Metres allowed) {
    for (const NetworkLink* link : links_on_[cable]) {
      for (const Id<NetworkNode> id : {link->from, link->to}) {
        const NetworkNode* end = node(id);
        if (end == nullptr) continue;
        double away_m = std::numeric_limits<double>::infinity();
        for (const Id<Duct> duct : cables_[cable].ducts) away_m = std::min(away_m, distance(path(duct), end->position));
        if (!(away_m > allowed.value())) continue;
        faults_.push_back(
            {links_table, link->id, "cable",
             fmt::format("found {}, whose course passes {} at {:.0f} m, expected a cable within {:.0f} m of both ends of the link",
                         cables_[cable].id, end->id, away_m, allowed.value())});
      }
    }
  }

  /// The two free ends of the course: of a single duct its ends, else those away from the neighbour.
  [[nodiscard]] std::vector<Point> ends_of(const Cable& cable) const {
    const LineString& first = path(cable.ducts.front());
    if (cable.ducts.size() == 1) return {first.points.front(), first.points.back()};
    const auto away = [](const LineString& line, const LineString& neighbour) {
      return distance(neighbour, line.points.front()) > distance(neighbour, line.points.back()) ? line.points.front() : line.points.back();
    };
    return {away(first, path(cable.ducts[1])), away(path(cable.ducts.back()), path(cable.ducts[cable.ducts.size() - 2]))};
  }

  void doubt_ends(std::size_t cable) {
    for (const Point end : ends_of(cables_[cable])) {
      double away_m = std::numeric_limits<double>::infinity();
      for (const NetworkLink* link : links_on_[cable]) {
        for (const Id<NetworkNode> id : {link->from, link->to}) {
          if (const NetworkNode* at = node(id)) away_m = std::min(away_m, distance(at->position, end));
        }
      }
      if (!(away_m > cable_end_tolerance.value())) continue;
      faults_.push_back({cables_table, cables_[cable].id, "ducts",
                         fmt::format("ends at ({:.0f}, {:.0f}) m from the origin of the park, {:.0f} m from the nearest node of its links",
                                     end.x, end.y, away_m)});
    }
  }

  const std::vector<Duct>& ducts_;
  const std::vector<Cable>& cables_;
  const std::vector<NetworkNode>& nodes_;
  const std::vector<NetworkLink>& links_;
  std::vector<std::vector<const NetworkLink*>> links_on_;
  std::vector<CableFault> faults_;
};

}  // namespace

std::vector<CableFault> cable_faults(const Park& park) { return Check(park).faults(); }

std::vector<CableFault> doubtful_cables(const Park& park) { return Check(park).doubts(); }

}  // namespace parktwin
