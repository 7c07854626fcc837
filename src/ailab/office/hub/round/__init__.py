"""The service where learners hand in and read what came back: `python -m ailab.office.hub.round`, beside the hub.

    POST hand-in/<module>?key=…            a zip of grading.handing; who sends it is whose token it is, asked of the hub
    GET  mine                              days, attempts, results, certificates
    GET  feedback/<module>/<exercise>      a page, one's own
    GET  certificate/<number>              a PDF, one's own
    GET  pair/<module>                     with whom, and until when
    POST pair/<module>                     ask, confirm, refuse, end
    GET  health

It answers servers of learners, not browsers: there is no cookie here, so nothing to forge.
"""
