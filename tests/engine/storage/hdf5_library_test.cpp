#include "engine/storage/hdf5_library.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parktwin::storage::hdf5 {
namespace {

using ::testing::HasSubstr;
using ::testing::internal::CaptureStderr;
using ::testing::internal::GetCapturedStderr;

TEST(Hdf5Library, FailuresCarryTheReasonAndNothingIsPrinted) {
  CaptureStderr();
  std::string message;
  {
    const Session session;
    try {
      const Handle file(H5Fopen("/no/such/folder/results.h5", H5F_ACC_RDONLY, H5P_DEFAULT), "cannot open the file");
    } catch (const Failure& failure) {
      message = failure.what();
    }
  }
  EXPECT_EQ(GetCapturedStderr(), "");
  EXPECT_THAT(message, HasSubstr("cannot open the file: "));
  EXPECT_THAT(message, HasSubstr("No such file or directory"));
}

TEST(Hdf5Library, HandlesCloseWhatTheyOwn) {
  const Session session;
  const hid_t id = H5Screate(H5S_SCALAR);
  {
    Handle first(id, "space");
    Handle second(std::move(first));
    EXPECT_GT(H5Iis_valid(second.get()), 0);
    first = std::move(second);
    EXPECT_EQ(first.get(), id);
    EXPECT_GT(H5Iis_valid(id), 0);
  }
  EXPECT_EQ(H5Iis_valid(id), 0);
}

TEST(Hdf5Library, ASessionRestoresTheErrorPrinter) {
  H5E_auto2_t before = nullptr;
  H5E_auto2_t inside = nullptr;
  H5E_auto2_t after = nullptr;
  void* argument = nullptr;
  H5Eget_auto2(H5E_DEFAULT, &before, &argument);
  {
    const Session session;
    H5Eget_auto2(H5E_DEFAULT, &inside, &argument);
  }
  H5Eget_auto2(H5E_DEFAULT, &after, &argument);
  EXPECT_EQ(inside, nullptr);
  EXPECT_EQ(after, before);
}

}  // namespace
}  // namespace parktwin::storage::hdf5
