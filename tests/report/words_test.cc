#include "report/words.h"

#include <gtest/gtest.h>

namespace kehoach {
namespace {

TEST(PathWords, SayWhereAnObligationStands) {
  struct Case {
    const char *path, *words;
  };
  for (const Case& c : {
           Case{"IV.1.h", "mục IV.1.h"},
           Case{"V.2.-", "mục V.2, gạch đầu dòng"},
           Case{"V.2.-.+", "mục V.2, gạch đầu dòng"},
           Case{"-", "gạch đầu dòng"},
           Case{"table", "bảng"},
           Case{"", ""},
       }) {
    EXPECT_EQ(path_words(c.path), c.words) << c.path;
  }
}

TEST(DateWords, SaysDatesAsPeopleWriteThem) {
  struct Case {
    const char *edtf, *words;
  };
  for (const Case& c : {
           Case{"2024-08-22", "22/8/2024"},
           Case{"2024-08", "8/2024"},
           Case{"2024", "2024"},
           Case{"2024-Q3", "quý III/2024"},
           Case{"2021/2025", "2021 - 2025"},
           Case{"2025-01-01/2025-06-30", "1/1/2025 - 30/6/2025"},
           Case{"2026/..", "từ 2026"},
           // What is no date is shown as it is.
           Case{"", ""},
           Case{"sớm", "sớm"},
           Case{"2024-xx", "2024-xx"},
       }) {
    EXPECT_EQ(date_words(c.edtf), c.words) << c.edtf;
  }
}

TEST(DeadlineWords, SaysWhenSomethingIsDue) {
  struct Case {
    const char *kind, *value, *bound, *words;
  };
  for (const Case& c : {
           Case{"date", "2025-06-30", "before", "trước 30/6/2025"},
           Case{"date", "2025-06-30", "by", "chậm nhất 30/6/2025"},
           Case{"date", "2025", "in", "2025"},
           Case{"recurring", "--12-10", "before", "trước ngày 10/12 hằng năm"},
           Case{"recurring", "--12", "in", "tháng 12 hằng năm"},
           Case{"recurring", "---15", "by", "chậm nhất ngày 15 hằng tháng"},
           Case{"recurring", "half-yearly", "in", "6 tháng một lần"},
           Case{"recurring", "quarterly", "in", "hằng quý"},
           Case{"period", "2024/2030", "in", "2024 - 2030"},
           Case{"relative", "P5D", "by", "trong 5 ngày"},
           Case{"relative", "PT48H", "by", "trong 48 giờ"},
           Case{"relative", "P2W", "by", "trong 2 tuần"},
           Case{"relative", "P3M", "by", "trong 3 tháng"},
           Case{"relative", "P", "by", "P"},
       }) {
    Deadline deadline;
    deadline.kind = c.kind;
    deadline.value = c.value;
    deadline.bound = c.bound;
    EXPECT_EQ(deadline_words(deadline), c.words) << c.kind << " " << c.value;
  }
  Deadline tied;
  tied.kind = "relative";
  EXPECT_EQ(deadline_words(tied), "theo sự kiện");
}

TEST(QuantityWords, WritesNumbersTheVietnameseWay) {
  struct Case {
    const char* comparator;
    double value;
    std::optional<double> value_to;
    const char *unit, *words;
  };
  for (const Case& c : {
           Case{"=", 84.3, {}, "%", "84,3 %"},
           Case{"=", 12, {}, "xã", "12 xã"},
           Case{">=", 80, 90, "%", ">= 80 - 90 %"},
           Case{"<", 1500, {}, "", "< 1500"},
       }) {
    Target target;
    target.comparator = c.comparator;
    target.value = c.value;
    target.value_to = c.value_to;
    target.unit = c.unit;
    EXPECT_EQ(quantity_words(target), c.words) << c.words;
  }
}

TEST(TypeWords, GivesBackWhatItDoesNotKnow) {
  EXPECT_EQ(type_words("KH"), "Kế hoạch");
  EXPECT_EQ(type_words("XYZ"), "XYZ");
  EXPECT_EQ(level_words("commune"), "cấp xã");
}

}  // namespace
}  // namespace kehoach
