#include "engine/park/sharing_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/park/validate.h"

namespace parktwin {
namespace {

using ::testing::ElementsAre;
using ::testing::IsSupersetOf;

SharedResource resource(const std::string& id) {
  SharedResource made;
  made.id = id;
  made.service = Id<SharedService>(0);
  return made;
}

Park park_of(std::vector<SharedResource> resources) {
  Park park;
  SharedService service;
  service.id = "SV-1";
  park.shared_services = Part(Table(std::vector<SharedService>{service}));
  park.shared_resources = Part(Table(std::move(resources)));
  return park;
}

std::vector<std::string> lines_of(const Park& park) {
  std::vector<std::string> lines;
  for (const auto& fault : sharing_faults(park))
    lines.push_back(std::string(fault.table) + " " + fault.record + ", " + std::string(fault.field) + ": " + fault.message);
  return lines;
}

SharedResource with_law(const std::string& id, TimeLaw law, double cv) {
  SharedResource made = resource(id);
  made.service_law = law;
  made.service_cv = cv;
  return made;
}

TEST(SharingFaults, LawsCannotHaveEveryDeviation) {
  EXPECT_THAT(lines_of(park_of({with_law("A", TimeLaw::constant, 0.1), with_law("B", TimeLaw::exponential, 0.5),
                                with_law("C", TimeLaw::uniform, 0.6), with_law("D", TimeLaw::erlang, 0.6),
                                with_law("E", TimeLaw::hyperexponential, 0.9), with_law("F", TimeLaw::lognormal, 5.0),
                                with_law("G", TimeLaw::erlang, 0.5), with_law("H", TimeLaw::erlang, 0.0)})),
              ElementsAre("shared_resources A, service_cv: found 0.1 for law constant, expected 0",
                          "shared_resources B, service_cv: found 0.5 for law exponential, expected 1",
                          "shared_resources C, service_cv: found 0.6 for law uniform, expected at most 0.57735, beyond which times would "
                          "be negative",
                          "shared_resources D, service_cv: found 0.6 for law erlang, expected 1 / sqrt(k) of a whole number k of phases "
                          "up to 1000",
                          "shared_resources E, service_cv: found 0.9 for law hyperexponential, expected at least 1",
                          "shared_resources H, service_cv: found 0 for law erlang, expected 1 / sqrt(k) of a whole number k of phases up "
                          "to 1000"));
}

TEST(SharingFaults, StocksAndDiscountsHaveAnOrder) {
  SharedResource parts = resource("A");
  parts.kind = ResourceKind::spare_parts;
  parts.order_up_to = 3;
  parts.reorder_at = 3;
  parts.own_order_up_to = 1;
  parts.sources = 4;
  parts.outside_price_per_request = Yuan(80.0);
  SharedResource goods = resource("B");
  goods.kind = ResourceKind::group_purchasing;
  goods.review_h = 10.0;
  goods.discount_from_units = {100, 100};
  goods.discount_percent = {5};
  EXPECT_THAT(lines_of(park_of({parts, goods})),
              ElementsAre("shared_resources A, order_up_to: found 3, expected more than the point of reorder, 3",
                          "shared_resources A, outside_price_per_request_cny: found 80 for spare_parts, expected none: only work that "
                          "queues can be done from outside",
                          "shared_resources A, sources: found 4 for spare_parts, expected none",
                          "shared_resources B, discount_percent: found 1 discounts for 2 quantities, expected one each",
                          "shared_resources B, discount_from_units: does not grow from each quantity to the next",
                          "shared_resources B, own_review_h: found no time between orders"));
}

TEST(SharingFaults, IdentifierNodesAndTheirApplicationsAreHeldToWhatARunCanCount) {
  Park park = park_of({});
  IdentifierNode node;
  node.id = "IN-1";
  node.service = Id<SharedService>(0);
  node.flood_hours = 10.0;
  park.identifier_nodes = Part(Table(std::vector<IdentifierNode>{node}));
  IdentifierApplication application;
  application.id = "IA-1";
  application.node = Id<IdentifierNode>(0);
  application.enterprises = {Id<Enterprise>(0), Id<Enterprise>(1), Id<Enterprise>(2)};
  application.identifiers = 9'000'000;
  application.carriers = 3;
  application.active_carriers = 4;
  park.identifier_applications = Part(Table(std::vector<IdentifierApplication>{application}));
  EXPECT_THAT(
      lines_of(park),
      ElementsAre("identifier_nodes IN-1, service: found SV-1 of kind other, expected one of kind identifier_node",
                  "identifier_nodes IN-1, id: its applications and its flood come to 36000000 queries a day, expected at most 20000000",
                  "identifier_nodes IN-1, id: its applications hold 27000000 identifiers, expected at most 20000000",
                  "identifier_applications IA-1, active_carriers: found 4, expected at most the 3 carriers there are"));
}

TEST(SharingFaults, AreReportedWithThoseOfSingleFieldsAllAtOnce) {
  SharedResource bad = with_law("A", TimeLaw::uniform, 0.7);
  bad.servers = 0;
  bad.requests_per_year = -1.0;
  bad.service_h = std::numeric_limits<double>::quiet_NaN();
  Problems problems;
  validate(park_of({bad}), "park", problems);
  std::vector<std::string> found;
  for (const auto& problem : problems.list()) found.push_back(problem.place + ": " + problem.message);
  EXPECT_THAT(found, IsSupersetOf({"shared_resources A, field servers: found 0, expected at least 1",
                                   "shared_resources A, field requests_per_year: found -1 1/a, expected at least 0 1/a",
                                   "shared_resources A, field service_h: found nan, expected a finite number",
                                   "shared_resources A, field service_cv: found 0.7 for law uniform, expected at most 0.57735, beyond "
                                   "which times would be negative"}));
}

}  // namespace
}  // namespace parktwin
