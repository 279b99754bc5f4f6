#include "engine/simulators/wired/ipv6/site_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/simulators/wired/ipv6/prefix_blocks.h"
#include "engine/simulators/wired/ipv6/unique_local.h"

namespace parktwin::wired::ipv6 {
namespace {

constexpr int longest_site_prefix = 64;
constexpr int shortest_enterprise_prefix = 48;
constexpr int usual_longest_enterprise_prefix = 56;
constexpr int enterprise_number_bits = 8;  // a park of /48 gives /56 to its enterprises, one of /40 gives /48

/// A prefix that a plan can be made of.
bool is_site_prefix(const std::optional<IpPrefix>& prefix) {
  return prefix && prefix->family() == IpFamily::ipv6 && prefix->length <= longest_site_prefix && prefix->network() == *prefix &&
         is_reachable_unicast(with_bits(prefix->address, 64, 64, 1));
}

class Division {
 public:
  Division(const Park& park, const NetworkAreas& areas) : park_(park), areas_(areas) {}

  [[nodiscard]] SiteBlocks divide(const std::string& wanted, std::uint64_t seed) {
    choose_space(wanted, seed);
    collect_registered();
    choose_length();
    give_blocks();
    return std::move(site_);
  }

 private:
  void note(NoteKind kind, std::string text) { site_.notes.push_back({kind, "addressing plan", std::move(text)}); }

  void choose_space(const std::string& wanted, std::uint64_t seed) {
    if (const auto given = parse_ip_prefix(wanted); is_site_prefix(given)) {
      site_.space = *given;
      return;
    }
    if (!wanted.empty()) {
      note(NoteKind::warning,
           fmt::format("The prefix '{}' of the scenario is none a park can have (IPv6, at most 64 bits, no bits beyond its "
                       "length); it was left out.",
                       wanted));
    }
    for (const AddressPrefix& record : *park_.address_prefixes) {
      const auto own = parse_ip_prefix(record.prefix);
      if (record.kind != PrefixKind::park || !is_site_prefix(own)) continue;
      site_.space = *own;
      site_.space_state = PlanState::kept;
      return;
    }
    site_.space = random_unique_local_prefix(seed);
    note(NoteKind::assumption,
         fmt::format("Neither the scenario nor the inventory gives the park a prefix; {} was drawn (RFC 4193).", to_text(site_.space)));
  }

  /// What holds the park's prefix or summarises others uses nothing itself.
  void collect_registered() {
    for (std::size_t i = 0; i < park_.address_prefixes->size(); ++i) {
      const AddressPrefix& record = park_.address_prefixes->records()[i];
      const auto prefix = parse_ip_prefix(record.prefix);
      if (record.kind == PrefixKind::park || record.kind == PrefixKind::area || !prefix || prefix->network() != *prefix) continue;
      if (prefix->family() != IpFamily::ipv6 || contains(*prefix, site_.space)) continue;
      if (record.kind == PrefixKind::segment) site_.segments.push_back({*prefix, Id<AddressPrefix>(i)});
      site_.taken.push_back(*prefix);
      const bool inside = contains(site_.space, *prefix);
      if (inside) taken_inside_.push_back(*prefix);
      if (prefix->length > longest_site_prefix) continue;
      if (record.kind == PrefixKind::enterprise && record.enterprise.valid()) keep(record.enterprise.index(), *prefix, inside);
      if (record.kind == PrefixKind::infrastructure && inside && !site_.infrastructure) {
        site_.infrastructure = *prefix;
        site_.infrastructure_state = PlanState::kept;
      }
    }
  }

  /// The first inside the park's prefix, else the first of its own provider.
  void keep(std::size_t enterprise, const IpPrefix& prefix, bool inside) {
    const auto [kept, first] = kept_.emplace(enterprise, prefix);
    if (!first && inside && !contains(site_.space, kept->second)) kept->second = prefix;
  }

  /// The shortest length from the usual one on that leaves everyone a block.
  void choose_length() {
    const std::uint64_t needed = park_.enterprises->size() - kept_.size() + (site_.infrastructure ? 0U : 1U);
    int length = std::max(site_.space.length, std::clamp(site_.space.length + enterprise_number_bits, shortest_enterprise_prefix,
                                                         usual_longest_enterprise_prefix));
    while (length < longest_site_prefix && PrefixBlocks(site_.space, length, taken_inside_).free_blocks() < needed) ++length;
    site_.enterprise_length = length;
    if (length <= usual_longest_enterprise_prefix || park_.enterprises->empty()) return;
    note(NoteKind::warning, fmt::format("{} is too small for {} enterprises with a /{} each; they get a /{}.", to_text(site_.space),
                                        park_.enterprises->size(), usual_longest_enterprise_prefix, length));
  }

  void give_blocks() {
    PrefixBlocks blocks(site_.space, site_.enterprise_length, taken_inside_);
    const std::size_t park_network = areas_.heads.size() + 1;  // an area of its own, behind that of enterprises without a place
    if (site_.infrastructure) {
      blocks.claim(park_network, *site_.infrastructure);
    } else {
      site_.infrastructure = blocks.take(park_network);
    }
    for (const auto& [enterprise, prefix] : kept_) blocks.claim(site_.area_of(areas_, enterprise), prefix);
    std::size_t without = 0;
    for (std::size_t e = 0; e < park_.enterprises->size(); ++e) {
      const auto kept = kept_.find(e);
      site_.enterprises.push_back(kept != kept_.end() ? std::optional(kept->second) : blocks.take(site_.area_of(areas_, e)));
      site_.enterprise_states.push_back(kept == kept_.end()                   ? PlanState::proposed
                                        : contains(site_.space, kept->second) ? PlanState::kept
                                                                              : PlanState::kept_outside_plan);
      without += site_.enterprises.back() ? 0 : 1;
    }
    site_.free = blocks.free_blocks();
    for (std::size_t area = 0; area <= areas_.heads.size(); ++area) site_.routes.push_back(blocks.routes(area));
    if (without == 0) return;
    note(NoteKind::warning, fmt::format("{} has no prefix left for {} enterprises; a park prefix of at most {} bits would do.",
                                        to_text(site_.space), without, sufficient_length()));
  }

  /// Bits of a park prefix that gives each enterprise and the park network a /64.
  [[nodiscard]] int sufficient_length() const {
    int length = longest_site_prefix;
    while ((std::uint64_t{1} << (longest_site_prefix - length)) < park_.enterprises->size() + 1) --length;
    return length;
  }

  const Park& park_;
  const NetworkAreas& areas_;
  std::map<std::size_t, IpPrefix> kept_;  ///< prefixes of enterprises in the inventory
  std::vector<IpPrefix> taken_inside_;    ///< prefixes of the inventory inside the park's
  SiteBlocks site_;
};

}  // namespace

std::size_t SiteBlocks::area_of(const NetworkAreas& areas, std::size_t enterprise) const {
  return std::min(areas.of_enterprise[enterprise], areas.heads.size());
}

SiteBlocks site_blocks(const Park& park, const NetworkAreas& areas, const std::string& park_prefix, std::uint64_t seed) {
  return Division(park, areas).divide(park_prefix, seed);
}

}  // namespace parktwin::wired::ipv6
