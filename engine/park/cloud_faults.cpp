#include "engine/park/cloud_faults.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/park/sector_list.h"

namespace parktwin {
namespace {

class Check {
 public:
  explicit Check(const Park& park) : park_(park), enterprises_(park.enterprises->size()) {}

  [[nodiscard]] std::vector<CloudFault> faults() {
    for (const SupplyLink& link : *park_.supply_links) {
      if (known(link.supplier) && link.supplier == link.customer) {
        report("supply_links", link.id, "customer",
               fmt::format("found {}, expected another enterprise than the supplier", (*park_.enterprises)[link.customer].id));
      }
    }
    check_order();
    for (const CloudPolicy& policy : *park_.cloud_policies) check(policy);
    for (const DataCentre& centre : *park_.data_centres) check(centre);
    return std::move(faults_);
  }

 private:
  [[nodiscard]] bool known(Id<Enterprise> id) const { return id.valid() && id.index() < enterprises_; }

  void report(std::string_view table, const std::string& record, std::string_view field, std::string message) {
    faults_.push_back({table, record, field, std::move(message)});
  }

  /// Links that make a customer wait are added in the order of the table; one that closes a circle is reported and left out.
  void check_order() {
    std::vector<std::vector<std::size_t>> customers(enterprises_);
    for (const SupplyLink& link : *park_.supply_links) {
      if (!link.supplier_first || !known(link.supplier) || !known(link.customer) || link.supplier == link.customer) continue;
      if (const auto way = way_between(customers, link.customer.index(), link.supplier.index()); !way.empty()) {
        std::string circle;
        for (const std::size_t enterprise : way) circle += park_.enterprises->records()[enterprise].id + " before ";
        report("supply_links", link.id, "supplier_first",
               fmt::format("closes a circle in which each waits for the other: {}{}", circle, (*park_.enterprises)[link.customer].id));
      } else {
        customers[link.supplier.index()].push_back(link.customer.index());
      }
    }
  }

  /// Enterprises from one to the other along the links; empty when there is no way.
  [[nodiscard]] static std::vector<std::size_t> way_between(const std::vector<std::vector<std::size_t>>& customers, std::size_t from,
                                                            std::size_t to) {
    constexpr auto unseen = static_cast<std::size_t>(-1);
    std::vector<std::size_t> before(customers.size(), unseen);
    std::vector<std::size_t> queue{from};
    before[from] = from;
    for (std::size_t k = 0; k < queue.size() && before[to] == unseen; ++k) {
      for (const std::size_t next : customers[queue[k]]) {
        if (before[next] != unseen) continue;
        before[next] = queue[k];
        queue.push_back(next);
      }
    }
    if (before[to] == unseen) return {};
    std::vector<std::size_t> way{to};
    while (way.back() != from) way.push_back(before[way.back()]);
    std::reverse(way.begin(), way.end());
    return way;
  }

  void check(const CloudPolicy& policy) {
    for (const auto word : parse_sectors(policy.sectors).unknown) {
      report("cloud_policies", policy.id, "sectors", fmt::format("found \"{}\", expected sectors as enterprises have them", word));
    }
    if (policy.kind != CloudPolicyKind::information && policy.strength > 1.0) {
      report("cloud_policies", policy.id, "strength",
             fmt::format("found {}, expected at most 1 for a policy of kind {}", policy.strength, name_of(policy.kind)));
    }
    if (policy.most_employees && *policy.most_employees < policy.least_employees) {
      report("cloud_policies", policy.id, "most_employees",
             fmt::format("found {}, expected at least the {} of the smallest", *policy.most_employees, policy.least_employees));
    }
  }

  void check(const DataCentre& centre) {
    if (centre.spare_servers >= centre.servers) {
      report("data_centres", centre.id, "spare_servers",
             fmt::format("found {}, expected fewer than its {} servers", centre.spare_servers, centre.servers));
    }
    if (centre.server_full_w < centre.server_idle_w) {
      report("data_centres", centre.id, "server_full_w",
             fmt::format("found {} W, expected at least the {} W of an idle server", centre.server_full_w, centre.server_idle_w));
    }
  }

  const Park& park_;
  std::size_t enterprises_;
  std::vector<CloudFault> faults_;
};

}  // namespace

std::vector<CloudFault> cloud_faults(const Park& park) { return Check(park).faults(); }

}  // namespace parktwin
