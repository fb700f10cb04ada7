-- What wrk sends, and one line of JSON about how it went: wrk … -s load.lua URL -- KEY PATH [RUN]
-- With RUN, a word of its own for each run, invoices are created, each under its own number and Idempotency-Key.

local count, thread_number = 0, 0

function setup(thread)
  thread:set("thread_number", thread_number)
  thread_number = thread_number + 1
end

function init(arguments)
  headers = { ["Authorization"] = "Bearer " .. arguments[1] }
  path, run = arguments[2], arguments[3]
  if not run then page = wrk.format("GET", path, headers) end
end

function request()
  if page then return page end
  count = count + 1
  local number = run .. "-" .. thread_number .. "-" .. count
  headers["Content-Type"] = "application/json"
  headers["Idempotency-Key"] = number
  return wrk.format("POST", path, headers, string.format(
    '{"invoice_date": "2026-02-07", "due_date": "2026-03-07", "customer_id": %d, "invoice_number": "%s", ' ..
    '"discount": 0, "discount_val": 0, "sub_total": 150000, "total": 150000, "tax": 0, "template_name": "invoice1", ' ..
    '"items": [{"name": "Web Development", "quantity": 10, "price": 15000}]}', count % 100 + 1, number))
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    '\nRESULT {"requests": %d, "seconds": %f, "median": %f, "p95": %f, "refused": %d, "failed": %d}',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e6, latency:percentile(95) / 1e6,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
