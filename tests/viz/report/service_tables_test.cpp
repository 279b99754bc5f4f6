#include <gtest/gtest.h>

#include "tests/viz/report/table_cells.h"
#include "viz/report/page_tables.h"

namespace parktwin::viz::report {
namespace {

using services::pooling::Mode;
using services::pooling::Outcome;
using testing::cell;
using testing::find;

storage::SavedRun services_run() {
  storage::SavedRun run;
  std::vector<SharedResource> resources(2);
  resources[0].id = "SR-1";
  resources[0].name = "Laboratory";
  resources[1].id = "SR-2";
  run.park.shared_resources = Part<Table<SharedResource>>(Table<SharedResource>(std::move(resources)));
  auto& pooling = run.results.services.pooling;
  pooling.resources.resize(2);
  pooling.resources[0].resource = Id<SharedResource>(0);
  pooling.resources[0].outcome = Outcome::pooling_saves;
  pooling.resources[0].saving_cny_per_year = 1200.4;
  pooling.resources[1].resource = Id<SharedResource>(1);
  pooling.resources[1].outcome = Outcome::unstable;
  pooling.resources[1].reason = "the load reaches 1.2";
  pooling.modes.resize(3);
  pooling.modes[0] = {
      .resource = Id<SharedResource>(0), .mode = Mode::shared, .simulated = true, .cost_cny_per_year = 800.0, .wait_h = 2.5};
  pooling.modes[1] = {.resource = Id<SharedResource>(0), .mode = Mode::separate, .simulated = true, .cost_cny_per_year = 2000.4};
  pooling.modes[2] = {.resource = Id<SharedResource>(1), .mode = Mode::shared, .simulated = false, .cost_cny_per_year = 5.0};
  EvidenceDocument document;
  document.id = "EV-1";
  document.clause = "K1-L1";
  document.valid_until = "2027-01-01";
  run.park.evidence = Part<Table<EvidenceDocument>>(Table<EvidenceDocument>({document}));
  return run;
}

TEST(ServiceTables, SetPooledBesideSeparate) {
  const auto tables = service_tables(services_run());
  const Json& resources = find(tables, "shared_resources");
  EXPECT_EQ(cell(resources, 0, "outcome"), "pooling_saves");
  EXPECT_EQ(cell(resources, 0, "saving_cny"), 1200.0);
  EXPECT_EQ(cell(resources, 0, "shared_cost_cny"), 800.0);
  EXPECT_EQ(cell(resources, 0, "separate_cost_cny"), 2000.0);
  EXPECT_EQ(cell(resources, 0, "shared_wait_h"), 2.5);
}

TEST(ServiceTables, TellNoSavingOfWhatWasNotSimulated) {
  const auto tables = service_tables(services_run());
  const Json& resources = find(tables, "shared_resources");
  EXPECT_TRUE(cell(resources, 1, "saving_cny").is_null());
  EXPECT_TRUE(cell(resources, 1, "shared_cost_cny").is_null());
  EXPECT_EQ(cell(resources, 1, "reason"), "the load reaches 1.2");
}

TEST(ServiceTables, ListDocuments) {
  const auto tables = service_tables(services_run());
  EXPECT_EQ(cell(find(tables, "evidence"), 0, "clause"), "K1-L1");
  EXPECT_EQ(cell(find(tables, "evidence"), 0, "valid_until"), "2027-01-01");
}

}  // namespace
}  // namespace parktwin::viz::report
