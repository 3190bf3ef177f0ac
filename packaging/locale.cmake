# Read by cpack: file names are Chinese, and what writes the archives takes their encoding from the
# locale.
set(ENV{LC_ALL} C.UTF-8)
