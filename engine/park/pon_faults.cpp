#include "engine/park/pon_faults.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/park/pon_standards.h"

namespace parktwin {
namespace {

constexpr std::string_view nodes_table = "network_nodes";
constexpr std::string_view links_table = "network_links";

class Check {
 public:
  explicit Check(const Park& park) : nodes_(park.network_nodes->records()), links_(park.network_links->records()) {
    into_.resize(nodes_.size());
    out_of_.resize(nodes_.size());
    for (std::size_t i = 0; i < links_.size(); ++i) {
      const NetworkLink& link = links_[i];
      if (link.medium != LinkMedium::passive_optical || !known(link.from) || !known(link.to)) continue;
      into_[link.to.index()].push_back(i);
      out_of_[link.from.index()].push_back(i);
    }
  }

  [[nodiscard]] std::vector<PonFault> faults() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      check_mean_times(nodes_table, nodes_[i]);
      if (nodes_[i].kind == NodeKind::splitter) check_splitter(i);
      if (nodes_[i].kind == NodeKind::optical_line_terminal) check_class(nodes_[i]);
    }
    for (const NetworkLink& link : links_) check_mean_times(links_table, link);
    check_starts();
    check_loops();
    if (faults_.empty()) check_reach();
    return std::move(faults_);
  }

 private:
  [[nodiscard]] bool known(Id<NetworkNode> node) const { return node.valid() && node.index() < nodes_.size(); }

  void report(std::string_view table, const std::string& record, std::string_view field, std::string message) {
    faults_.push_back({table, record, field, std::move(message)});
  }

  template <class Record>
  void check_mean_times(std::string_view table, const Record& record) {
    if (record.mtbf_h.has_value() == record.mttr_h.has_value()) return;
    report(table, record.id, record.mtbf_h ? "mttr_h" : "mtbf_h", "is empty, expected both mean times or neither");
  }

  void check_splitter(std::size_t node) {
    const NetworkNode& splitter = nodes_[node];
    if (!splitter_loss(splitter.splitter_ratio)) {
      report(nodes_table, splitter.id, "splitter_ratio", fmt::format("found {}, expected 2, 4, 8, 16, 32 or 64", splitter.splitter_ratio));
    } else if (out_of_[node].size() > static_cast<std::size_t>(splitter.splitter_ratio)) {
      report(
          nodes_table, splitter.id, "splitter_ratio",
          fmt::format("found {}, expected at least {}: as many passive links start at it", splitter.splitter_ratio, out_of_[node].size()));
    }
  }

  void check_class(const NetworkNode& terminal) {
    if (loss_range(terminal.pon_standard, terminal.pon_class)) return;
    std::string expected;
    for (const auto& entry : names_of(PonClass{})) {
      if (loss_range(terminal.pon_standard, entry.value)) expected += fmt::format("{}{}", expected.empty() ? "" : ", ", entry.name);
    }
    report(nodes_table, terminal.id, "pon_class",
           fmt::format("found {}, which {} does not have, expected one of {}", name_of(terminal.pon_class), name_of(terminal.pon_standard),
                       expected));
  }

  void check_starts() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].kind == NodeKind::splitter || nodes_[i].kind == NodeKind::optical_line_terminal) continue;
      for (const std::size_t link : out_of_[i]) {
        report(links_table, links_[link].id, "from",
               fmt::format("found {} ({}), expected an optical line terminal or a splitter: the link is passive_optical", nodes_[i].id,
                           name_of(nodes_[i].kind)));
      }
    }
  }

  /// Splitters that stay when those without a feed are taken away again and again feed each other or hang behind a loop; those in the loop
  /// are the ones that stay when the same is done from the other side.
  void check_loops() {
    std::vector<std::uint8_t> in_loop;
    for (const NetworkNode& node : nodes_) in_loop.push_back(node.kind == NodeKind::splitter ? 1 : 0);
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t i = 0; i < nodes_.size(); ++i) {
        const auto other_stays = [&](std::size_t link, bool start) {
          return in_loop[(start ? links_[link].from : links_[link].to).index()] != 0;
        };
        const bool fed = std::any_of(into_[i].begin(), into_[i].end(), [&](std::size_t link) { return other_stays(link, true); });
        const bool feeds = std::any_of(out_of_[i].begin(), out_of_[i].end(), [&](std::size_t link) { return other_stays(link, false); });
        if (!in_loop[i] || (fed && feeds)) continue;
        in_loop[i] = 0;
        changed = true;
      }
    }
    for (const NetworkLink& link : links_) {
      if (link.medium != LinkMedium::passive_optical || !known(link.from) || !known(link.to)) continue;
      if (!in_loop[link.from.index()] || !in_loop[link.to.index()]) continue;
      report(links_table, link.id, "from",
             fmt::format("found {}, which is fed by {} itself, expected a tree from the line terminal outwards",
                         nodes_[link.from.index()].id, nodes_[link.to.index()].id));
    }
  }

  /// Shortest fibre from a line terminal to each node, by going over the links until nothing changes; there are no loops here.
  void check_reach() {
    constexpr double nowhere = -1.0;
    std::vector<double> fibre_m(nodes_.size(), nowhere);
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].kind == NodeKind::optical_line_terminal) fibre_m[i] = 0.0;
    }
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t i = 0; i < nodes_.size(); ++i) {
        for (const std::size_t link : into_[i]) {
          const double before = fibre_m[links_[link].from.index()];
          const double here = before + std::max(0.0, links_[link].length.value());
          if (before == nowhere || (fibre_m[i] != nowhere && !(here < fibre_m[i]))) continue;
          fibre_m[i] = here;
          changed = true;
        }
      }
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].kind != NodeKind::optical_network_unit || fibre_m[i] <= pon_reach.value()) continue;
      report(links_table, links_[into_[i].front()].id, "length_m",
             fmt::format("puts {} at {:.0f} m of fibre from its line terminal, expected at most {:.0f} m", nodes_[i].id, fibre_m[i],
                         pon_reach.value()));
    }
  }

  const std::vector<NetworkNode>& nodes_;
  const std::vector<NetworkLink>& links_;
  std::vector<std::vector<std::size_t>> into_;  ///< passive links that end at each node
  std::vector<std::vector<std::size_t>> out_of_;
  std::vector<PonFault> faults_;
};

}  // namespace

std::vector<PonFault> pon_faults(const Park& park) { return Check(park).faults(); }

}  // namespace parktwin
