#include "cli/adoption_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using cloud::adoption::Standing;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

struct Terminal {
  std::ostringstream out;
  std::ostringstream err;
  Progress progress;
  Session session{.out = out, .err = err, .progress = progress};
};

Park small_park() {
  Park park;
  std::vector<Enterprise> enterprises(2);
  enterprises[0].id = "E-1";
  enterprises[1].id = "E-2";
  enterprises[1].name = "Late Looms";
  enterprises[1].name_zh = "迟织";
  park.enterprises = Part(Table(enterprises));
  CloudPolicy policy;
  policy.id = "CP-1";
  policy.name = "Vouchers";
  policy.name_zh = "上云券";
  park.cloud_policies = Part(Table(std::vector<CloudPolicy>{policy}));
  std::vector<DataCentre> centres(2);
  centres[0].id = "DC-1";
  centres[0].name = "Hall";
  centres[1].id = "DC-2";
  park.data_centres = Part(Table(centres));
  return park;
}

cloud::Result small_result() {
  cloud::Result result;
  auto& forecast = result.adoption;
  forecast.simulated = true;
  forecast.target_share = 0.9;
  forecast.replicas = 200;
  forecast.curve = {true, 0.1, 0.02, 1.0, 12, 0.01};
  forecast.levels = {{CloudLevel::infrastructure, 0.5, 0.75, 30, 60, std::nullopt}};
  forecast.months = {{CloudLevel::infrastructure, 2025, 12, 0.5, 0.5, 0.5, 0.5, 0.5},
                     {CloudLevel::infrastructure, 2035, 12, 0.9, 0.9, 0.8, 0.9, 0.96}};
  cloud::adoption::PolicyFigures vouchers;
  vouchers.policy = Id<CloudPolicy>(0);
  vouchers.extra_adopters = 3.25;
  vouchers.extra_half_width = 0.5;
  vouchers.recipients = 10.0;
  vouchers.windfall_share = 0.6;
  vouchers.cost_cny = 500'000;
  vouchers.cost_per_extra_cny = 154'000;
  forecast.policies = {vouchers};
  forecast.enterprises = {{Id<Enterprise>(0), Standing::on_cloud, 1.0, 0}, {Id<Enterprise>(1), Standing::no_access, 0.0, std::nullopt}};
  cloud::data_centre::CentreFigures hall;
  hall.centre = Id<DataCentre>(0);
  hall.in_operation = true;
  hall.power_today_kw = 120;
  hall.pue_today = 1.31;
  cloud::data_centre::CentreFigures planned;
  planned.centre = Id<DataCentre>(1);
  result.data_centre.centres = {hall, planned};
  cloud::data_centre::ResourceFigures cores;
  cores.centre = Id<DataCentre>(0);
  cores.unit = "virtual cores";
  cores.capacity = 400;
  cores.demand_today = 200;
  cores.demand_p50 = 420;
  cores.demand_p90 = 480;
  cores.runs_out_probability = 0.7;
  cores.runs_out_months_p50 = 96;
  cloud::data_centre::ResourceFigures storage;
  storage.centre = Id<DataCentre>(0);
  storage.resource = cloud::data_centre::Resource::storage;
  storage.unit = "TB";
  result.data_centre.resources = {cores, storage};
  return result;
}

TEST(AdoptionTable, TellsBandsPoliciesWhoIsLeftAndWhatRunsOut) {
  Terminal terminal;
  EXPECT_EQ(adoption_table({}, Park{}, terminal.session), "");
  const std::string text = adoption_table(small_result(), small_park(), terminal.session);
  EXPECT_THAT(text, HasSubstr("cloud adoption expected by 2035-12 (200 futures; Bass curve p 0.100, q 0.020 a year, fitted)"));
  EXPECT_THAT(text, HasSubstr("50.0 %      80 / 90 / 96 %       30 / 60 / -     75 %"));
  EXPECT_THAT(text, HasSubstr("policy CP-1 Vouchers: 3.2 ± 0.5 more enterprises"));
  EXPECT_THAT(text, HasSubstr("60 % would come anyway; 500 thousand CNY, 154 per extra one"));
  EXPECT_THAT(text, HasSubstr("more likely than not to stay without: 1\n"));
  EXPECT_THAT(text, AllOf(HasSubstr("E-2     Late Looms"), HasSubstr("no adequate access"), Not(HasSubstr("E-1 "))));
  EXPECT_THAT(text, HasSubstr("data centre DC-1 Hall: 120 kW now"));
  EXPECT_THAT(text, HasSubstr("200 -> 420 (480) / 400 virtual cores  runs out with 70 %, in half of the futures within 96 months"));
  EXPECT_THAT(text, HasSubstr("suffices"));
  EXPECT_THAT(text, HasSubstr("data centre DC-2: not in operation"));
}

TEST(AdoptionTable, SpeaksChinese) {
  Terminal terminal;
  terminal.session.language = viz::Language::zh;
  EXPECT_THAT(adoption_table(small_result(), small_park(), terminal.session),
              AllOf(HasSubstr("至 2035-12 的上云预测"), HasSubstr("政策 CP-1 上云券：新增 3.2 ± 0.5 家"), HasSubstr("迟织"),
                    HasSubstr("接入能力不足"), HasSubstr("数据中心 DC-1 Hall：目前 120 kW"), HasSubstr("400 核  用尽可能性 70 %"),
                    HasSubstr("未投运")));
}

}  // namespace
}  // namespace parktwin::cli
