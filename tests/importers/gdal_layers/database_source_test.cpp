#include "importers/gdal_layers/database_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string fault_of(const std::string& source) { return fault_of_connection(source).value_or(""); }

TEST(DatabaseSource, IsToldFromAFile) {
  EXPECT_TRUE(is_database("PG:dbname=park"));
  EXPECT_TRUE(is_database("postgresql://host/park"));
  EXPECT_FALSE(is_database("PG.gpkg"));
  EXPECT_EQ(located_source("/recipes", "map.gpkg"), "/recipes/map.gpkg");
  EXPECT_EQ(located_source("/recipes", "PG:dbname=park"), "PG:dbname=park");
}

TEST(DatabaseSource, SoundConnectionsAreTakenApartAndQuoted) {
  const std::string source = "PG: host = /run/pg port=5433  dbname='park' user=planner";
  EXPECT_EQ(fault_of(source), "");
  EXPECT_EQ(connection_for_gdal(source, ""),
            "PG:host='/run/pg' port='5433' dbname='park' user='planner' connect_timeout='10' "
            "options='-c default_transaction_read_only=on' application_name='parktwin'");
  EXPECT_THAT(connection_for_gdal(source, "a'b\\c d"), HasSubstr(R"( password='a\'b\\c d')"));
  EXPECT_THAT(connection_for_gdal("PG:dbname=park connect_timeout=3", ""), Not(HasSubstr("'10'")));
}

TEST(DatabaseSource, NothingElseIsTakenAndNoValueIsRepeated) {
  EXPECT_THAT(fault_of("PG:dbname=park password=s3cret"), HasSubstr("holds a password, expected it in token_file"));
  EXPECT_THAT(fault_of("postgresql://planner:s3cret@host/park"), HasSubstr("is the address of a database, expected PG:host="));
  EXPECT_THAT(fault_of("PG:dbname=park options='-c s3cret'"), HasSubstr("a keyword that is not taken, expected some of host"));
  EXPECT_THAT(fault_of("PG:dbname=park active_schema=s3cret"), HasSubstr("a keyword that is not taken"));
  EXPECT_THAT(fault_of("PG:dbname='park tables=s3cret'"), HasSubstr("dbname in the connection string is empty or holds spaces"));
  EXPECT_THAT(fault_of(R"(PG:dbname=park user='a\' password=s3cret')"), HasSubstr("user in the connection string"));
  EXPECT_THAT(fault_of("PG:host=s3cret"), HasSubstr("names no dbname"));
  for (const char* source : {"PG:", "PG:dbname", "PG:dbname=", "PG:dbname='s3cret", "PG:=s3cret", "PG:dbname=s3cret x", "PG:dbname=a\nb"})
    EXPECT_NE(fault_of(source), "") << source;
  EXPECT_THAT(fault_of("PG:dbname=" + std::string(3000, 'x')), HasSubstr("is no connection string"));
  for (const char* source : {"PG:dbname=park password=s3cret", "postgresql://planner:s3cret@host/park", "PG:dbname='s3cret",
                             R"(PG:dbname=park user='a\' password=s3cret')"})
    EXPECT_THAT(fault_of(source), Not(HasSubstr("s3cret")));
}

TEST(DatabaseSource, PasswordsAreMasked) {
  EXPECT_EQ(without_password("FATAL: s3cret and s3cret", "s3cret"), "FATAL: * and *");
  EXPECT_EQ(without_password("text", ""), "text");
}

}  // namespace
}  // namespace parktwin::importers
