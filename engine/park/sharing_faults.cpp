#include "engine/park/sharing_faults.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace parktwin {
namespace {

template <class T>
bool known(const Table<T>& table, Id<T> id) {
  return id.valid() && id.index() < table.size();
}

class Check {
 public:
  explicit Check(const Park& park) : park_(park) {}

  std::vector<SharingFault> faults() {
    for (std::size_t i = 0; i < park_.identifier_nodes->size(); ++i) check_node(Id<IdentifierNode>(i));
    for (const auto& application : *park_.identifier_applications) check_application(application);
    for (const auto& resource : *park_.shared_resources) check_resource(resource);
    return std::move(faults_);
  }

 private:
  void report(std::string_view table, const std::string& record, std::string_view field, std::string message) {
    faults_.push_back({table, record, field, std::move(message)});
  }

  void check_node(Id<IdentifierNode> id) {
    const IdentifierNode& node = (*park_.identifier_nodes)[id];
    if (known(*park_.shared_services, node.service)) {
      const SharedService& service = (*park_.shared_services)[node.service];
      if (service.kind != SharedServiceKind::identifier_node) {
        report("identifier_nodes", node.id, "service",
               fmt::format("found {} of kind {}, expected one of kind identifier_node", service.id, name_of(service.kind)));
      }
    }
    if (const double queries = queries_per_day(park_, id); queries > most_queries_per_day) {
      report("identifier_nodes", node.id, "id",
             fmt::format("its applications and its flood come to {:.0f} queries a day, expected at most {:.0f}", queries,
                         most_queries_per_day));
    }
    double identifiers = 0.0;
    for (const auto& application : *park_.identifier_applications) {
      if (application.node == id && application.deployed)
        identifiers += static_cast<double>(application.identifiers) * static_cast<double>(application.enterprises.size());
    }
    if (identifiers > most_identifiers) {
      report("identifier_nodes", node.id, "id",
             fmt::format("its applications hold {:.0f} identifiers, expected at most {:.0f}", identifiers, most_identifiers));
    }
  }

  void check_application(const IdentifierApplication& application) {
    if (application.active_carriers > application.carriers) {
      report("identifier_applications", application.id, "active_carriers",
             fmt::format("found {}, expected at most the {} carriers there are", application.active_carriers, application.carriers));
    }
  }

  void check_law(const SharedResource& resource, std::string_view field, TimeLaw law, double cv) {
    const auto expected = [&](std::string_view what) {
      report("shared_resources", resource.id, field, fmt::format("found {} for law {}, expected {}", cv, name_of(law), what));
    };
    if (law == TimeLaw::constant && cv != 0.0) expected("0");
    if (law == TimeLaw::exponential && cv != 1.0) expected("1");
    if (law == TimeLaw::hyperexponential && cv < 1.0) expected("at least 1");
    // A uniform law that begins at 0 ends at 2 m and deviates by m / √3.
    if (law == TimeLaw::uniform && cv > 1.0 / std::sqrt(3.0) + 1e-9) expected("at most 0.57735, beyond which times would be negative");
    if (law != TimeLaw::erlang) return;
    const double phases = cv > 0.0 ? 1.0 / (cv * cv) : 0.0;
    if (phases < 0.999 || phases > 1000.0 || std::abs(phases - std::round(phases)) > 0.01 * phases)
      expected("1 / sqrt(k) of a whole number k of phases up to 1000");
  }

  void check_stock(const SharedResource& resource, std::string_view field, std::int32_t up_to, std::int32_t at) {
    if (up_to > at) return;
    report("shared_resources", resource.id, field, fmt::format("found {}, expected more than the point of reorder, {}", up_to, at));
  }

  void check_discounts(const SharedResource& resource) {
    const auto& from = resource.discount_from_units;
    if (from.size() != resource.discount_percent.size()) {
      report("shared_resources", resource.id, "discount_percent",
             fmt::format("found {} discounts for {} quantities, expected one each", resource.discount_percent.size(), from.size()));
    }
    if (std::adjacent_find(from.begin(), from.end(), std::greater_equal<>()) != from.end())
      report("shared_resources", resource.id, "discount_from_units", "does not grow from each quantity to the next");
  }

  void check_resource(const SharedResource& resource) {
    check_law(resource, "service_cv", resource.service_law, resource.service_cv);
    check_law(resource, "lead_time_cv", resource.lead_time_law, resource.lead_time_cv);
    const bool parts = resource.kind == ResourceKind::spare_parts;
    const bool purchasing = resource.kind == ResourceKind::group_purchasing;
    if (parts) {
      check_stock(resource, "order_up_to", resource.order_up_to, resource.reorder_at);
      check_stock(resource, "own_order_up_to", resource.own_order_up_to, resource.own_reorder_at);
    }
    if (purchasing) {
      check_discounts(resource);
      if (!(resource.review_h > 0.0)) report("shared_resources", resource.id, "review_h", "found no time between orders");
      if (!(resource.own_review_h > 0.0)) report("shared_resources", resource.id, "own_review_h", "found no time between orders");
    }
    if (resource.outside_price_per_request > Yuan() && (parts || purchasing)) {
      report("shared_resources", resource.id, "outside_price_per_request_cny",
             fmt::format("found {} for {}, expected none: only work that queues can be done from outside",
                         resource.outside_price_per_request.value(), name_of(resource.kind)));
    }
    if (resource.sources > 0 && (parts || purchasing || resource.kind == ResourceKind::trucks)) {
      report("shared_resources", resource.id, "sources",
             fmt::format("found {} for {}, expected none", resource.sources, name_of(resource.kind)));
    }
  }

  const Park& park_;
  std::vector<SharingFault> faults_;
};

}  // namespace

double queries_per_day(const Park& park, Id<IdentifierNode> node) {
  const IdentifierNode& record = (*park.identifier_nodes)[node];
  double queries = record.flood_queries_per_s * 3600.0 * record.flood_hours;
  for (const auto& application : *park.identifier_applications) {
    if (application.node != node || !application.deployed) continue;
    queries += static_cast<double>(application.enterprises.size()) *
               (application.resolutions_per_day + application.registrations_per_day + application.batches_per_day * application.batch_size);
  }
  return queries;
}

std::vector<SharingFault> sharing_faults(const Park& park) { return Check(park).faults(); }

}  // namespace parktwin
