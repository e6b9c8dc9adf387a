FROM ruby:3.4
RUN gem install --no-document -s https://example.com rails
#                                                    ^^^^^ dockerfile/unpinned-gems
RUN gem install rails -v 8.0.2; gem install local.gem; gem list rails; gem update
